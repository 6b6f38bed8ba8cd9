package org.mandate.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mandate.authorization.history.When;
import org.mandate.http.json.Instants;
import org.mandate.http.problem.Problem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of a form, so that it can be read, and shown again where something in it is wrong. */
public record Fields(MultiValueMap<String, String> values) {

    /** A browser's field for a date and time says no zone, and seconds only where there are any. */
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    /** A form that nobody has filled in yet. */
    public static Fields none() {
        return new Fields(new LinkedMultiValueMap<>());
    }

    /** With this in a field in place of what stood there. */
    public Fields with(String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(values);
        changed.set(name, value);
        return new Fields(changed);
    }

    /** With these in a field that may hold several. */
    public Fields with(String name, List<String> several) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(values);
        changed.put(name, several);
        return new Fields(changed);
    }

    /** What stands in the field; the empty text where nothing does. */
    public String text(String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "").trim();
    }

    /** What stands in the field, unless it is blank. */
    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** What stands in the field, as it was typed; a blank one is a fault. */
    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> Problem.invalid(name, "is required").found());
    }

    /** All that was chosen under this name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** What stands in the field, cut at commas, spaces and line ends. */
    public List<String> list(String name) {
        return Stream.of(text(name).split("[\\s,;]+", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A date and time in UTC, as a browser's field has it or as an instant. */
    public Optional<Instant> instant(String name) {
        return optional(name).map(text -> instant(name, text));
    }

    /** A moment: a position of the history, or a date and time in UTC. */
    public Optional<When> moment(String name) {
        return optional(name)
                .map(text ->
                        LOCAL.matcher(text).matches() ? When.instant(instant(name, text)) : When.parse(name, text));
    }

    private static Instant instant(String name, String text) {
        return Instants.parse(text.endsWith("Z") ? text : zoned(text))
                .orElseThrow(() -> Problem.invalid(name, "must be a date and time in UTC, like `2026-12-24T18:00`")
                        .found());
    }

    private static String zoned(String local) {
        try {
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeException notATime) {
            return "";
        }
    }
}
