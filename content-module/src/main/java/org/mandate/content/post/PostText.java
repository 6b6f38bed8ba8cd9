package org.mandate.content.post;

import java.util.function.IntPredicate;
import org.mandate.content.post.PostRuleViolated.Rule;

/** What may stand in a post. Lengths count characters as a reader does: a pair of surrogates is one. */
final class PostText {

    private static final int TITLE_LIMIT = 200;
    private static final int CONTENT_LIMIT = 100_000;

    private PostText() {}

    static String title(String title) {
        return checked("title", title, TITLE_LIMIT, c -> false);
    }

    static String content(String content) {
        return checked("content", content, CONTENT_LIMIT, c -> c == '\n' || c == '\r' || c == '\t');
    }

    private static String checked(String field, String text, int limit, IntPredicate admitted) {
        if (text.isBlank()) {
            throw invalid(field, "must not be blank");
        }
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            throw invalid(field, "must have at most " + limit + " characters, not " + length);
        }
        text.codePoints().filter(c -> !admitted.test(c)).forEach(c -> {
            if (Character.isISOControl(c)) {
                throw invalid(field, "must not contain the control character `U+%04X`".formatted(c));
            }
            // Half a character: no UTF-8 can hold it, so neither the history nor the database could.
            if (Character.getType(c) == Character.SURROGATE) {
                throw invalid(field, "must not contain the unpaired surrogate `U+%04X`".formatted(c));
            }
        });
        return text;
    }

    private static PostRuleViolated invalid(String field, String message) {
        return new PostRuleViolated(Rule.INVALID, field, message);
    }
}
