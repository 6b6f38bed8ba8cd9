package org.mandate.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a condition the fault is.
 * @param text the line that it is in
 * @param pointer as many spaces as there are characters before the fault, and a mark
 */
public record FaultPlace(int line, int column, String text, String pointer) {

    private static final Pattern PLACE =
            Pattern.compile("line (\\d{1,6}), column (\\d{1,6})", Pattern.CASE_INSENSITIVE);

    /** The place that the message names, if it names one. */
    public static Optional<FaultPlace> of(String message, String condition) {
        Matcher found = PLACE.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(found.group(1));
        int column = Integer.parseInt(found.group(2));
        List<String> lines = condition.lines().toList();
        if (line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        String text = lines.get(line - 1);
        int before = Math.max(0, Math.min(column - 1, text.length()));
        return Optional.of(new FaultPlace(line, column, text, " ".repeat(before) + "^"));
    }
}
