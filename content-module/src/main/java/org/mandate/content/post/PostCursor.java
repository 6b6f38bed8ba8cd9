package org.mandate.content.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.mandate.content.post.PostRuleViolated.Rule;

/** The last post of a page, as the opaque text that continues the list after it. */
record PostCursor(Instant createdAt, String id) {

    private static final int LONGEST = 400;

    static PostCursor of(PostView last) {
        return new PostCursor(last.createdAt(), last.id().value());
    }

    String text() {
        var text = createdAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static PostCursor parse(String cursor) {
        if (cursor.length() > LONGEST) {
            throw unknown(null);
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int gap = text.indexOf(' ');
            if (gap < 0 || text.indexOf('\0') >= 0) {
                throw unknown(null);
            }
            return new PostCursor(Instant.parse(text.substring(0, gap)), text.substring(gap + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown(e);
        }
    }

    private static PostRuleViolated unknown(@Nullable Exception cause) {
        var violated = new PostRuleViolated(Rule.INVALID, "cursor", "is not a `next` of this list");
        if (cause != null) {
            violated.initCause(cause);
        }
        return violated;
    }
}
