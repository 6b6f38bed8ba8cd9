package org.mandate.console;

import java.util.List;
import org.mandate.console.TextDifference.Line;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.ui.Model;

/**
 * What a form was made from, as lines of text that the form carries unseen: so a save upon anything else is noticed, and what
 * somebody else changed meanwhile can be shown.
 */
public final class Basis {

    /** The field that carries it. */
    public static final String FIELD = "was";

    private Basis() {}

    /** Refuse what was made from something else than what stands now. */
    public static void require(Fields form, String now) {
        if (differs(form, now)) {
            throw Problem.of(ProblemKind.STALE, "somebody else has changed this since the form was opened")
                    .found();
        }
    }

    static boolean differs(Fields form, String now) {
        return !since(form, now).isEmpty();
    }

    /** The same form upon what stands now, with what changed in between on its page. */
    static Fields renewed(Fields form, String now, Model model) {
        model.addAttribute("between", since(form, now));
        return form.with(FIELD, now);
    }

    private static List<Line> since(Fields form, String now) {
        return TextDifference.of(form.text(FIELD), now.trim()).stream()
                .filter(line -> !line.kind().equals("same"))
                .toList();
    }
}
