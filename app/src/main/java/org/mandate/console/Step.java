package org.mandate.console;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.http.problem.Problem;

/** What a form is sent for, as the button says that was pressed. Whatever no button says is refused, so that it writes nothing. */
public enum Step {
    /** To do it. */
    SAVE,
    /** To see whom it would reach. */
    LOOK,
    /** To see what would be answered. */
    TRY;

    private static final String FIELD = "step";

    /**
     * The button that was pressed.
     * @param offered the buttons that the form has
     */
    public static Step of(Fields form, Set<Step> offered) {
        Set<String> said = new HashSet<>(form.all(FIELD));
        return offered.stream()
                .filter(step -> said.equals(Set.of(step.value())))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(FIELD, "must be one of " + values(offered))
                        .found());
    }

    private static String values(Set<Step> offered) {
        return Arrays.stream(values())
                .filter(offered::contains)
                .map(step -> "`" + step.value() + "`")
                .collect(Collectors.joining(", "));
    }

    private String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
