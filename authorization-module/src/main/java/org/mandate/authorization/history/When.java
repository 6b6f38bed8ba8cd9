package org.mandate.authorization.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandate.authorization.Vocabulary;

/**
 * A moment as somebody names it: a position of the history, an instant, or now where neither is said. With both, the facts are
 * those of the position and the instant is what they are judged at.
 */
public record When(Optional<Long> position, Optional<Instant> instant) {

    /** The present. */
    public static final When NOW = new When(Optional.empty(), Optional.empty());

    private static final Pattern POSITION = Pattern.compile("position:(0|[1-9][0-9]{0,17})");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public static When position(long position) {
        return new When(Optional.of(position), Optional.empty());
    }

    public static When instant(Instant instant) {
        return new When(Optional.empty(), Optional.of(instant));
    }

    /**
     * Reads {@code position:N} or an instant.
     * @param field the member or parameter that it stands in
     * @throws org.mandate.authorization.AccessRuleViolated when it is neither
     */
    public static When parse(String field, String text) {
        Matcher named = POSITION.matcher(text);
        return named.matches() ? position(Long.parseLong(named.group(1))) : instant(parseInstant(field, text));
    }

    /** As {@link #parse} reads it; empty for the present. */
    public String text() {
        return position.map(number -> "position:" + number)
                .or(() -> instant.map(Instant::toString))
                .orElse("");
    }

    private static Instant parseInstant(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw malformed(field);
        }
        throw malformed(field);
    }

    private static RuntimeException malformed(String field) {
        return Vocabulary.invalid(
                field, "must be an instant like `2026-11-22T12:00:00Z` or a position like `position:1234`");
    }
}
