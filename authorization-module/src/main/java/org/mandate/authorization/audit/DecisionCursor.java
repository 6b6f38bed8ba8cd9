package org.mandate.authorization.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;

/**
 * A place between two records, and the way to go from there.
 * @param older towards older records, which is forward in a list that begins with the newest
 * @param sequence the record next to the place; it is not part of the page
 */
record DecisionCursor(boolean older, long sequence) {

    /** The beginning of the list: before the newest record. */
    static final DecisionCursor NEWEST = new DecisionCursor(true, Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("([<>])([0-9]{1,18})");

    static DecisionCursor parse(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(decoded);
            if (parts.matches()) {
                return new DecisionCursor(parts.group(1).equals("<"), Long.parseLong(parts.group(2)));
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static AccessRuleViolated invalid() {
        return new AccessRuleViolated(Rule.INVALID, "cursor", "must be the `next` or `prev` of another page");
    }

    String text() {
        var plain = (older ? "<" : ">") + sequence;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
