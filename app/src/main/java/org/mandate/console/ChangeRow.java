package org.mandate.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mandate.authorization.change.Change;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;

/**
 * A change on a timeline.
 * @param at the moment as a link names it
 * @param by who did it; empty for the system and for time alone
 */
public record ChangeRow(
        String at,
        Instant instant,
        String what,
        String by,
        String byName,
        String reason,
        List<String> gained,
        List<String> lost,
        boolean here) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /** The row of a change; {@code shown} is the moment that the page shows. */
    public static ChangeRow of(Change change, Optional<String> shown, Names names) {
        String at =
                change.position().map(n -> "position:" + n).orElse(change.at().toString());
        String by = change.by().filter(id -> !id.equals(MessageOrigin.SYSTEM)).orElse("");
        return new ChangeRow(
                at,
                change.at(),
                Sentence.begun(names.in(change.what())),
                by,
                names.of(by),
                change.reason().orElse(""),
                List.copyOf(change.gained()),
                List.copyOf(change.lost()),
                shown.equals(Optional.of(at)));
    }

    /** What it was, as text alone. */
    public String plain() {
        return Prose.plain(what);
    }

    /** The day and minute, in UTC, for where no script makes a time local. */
    public String when() {
        return WHEN.format(instant.atOffset(ZoneOffset.UTC));
    }
}
