package org.mandate.console;

import java.util.List;
import java.util.Set;
import org.mandate.authorization.Tagged;
import org.mandate.authorization.Upon;
import org.mandate.console.TextDifference.Line;
import org.springframework.ui.Model;

/**
 * What a form was made from, as lines of text that the form carries unseen: so a save upon anything else is noticed, and what
 * somebody else changed meanwhile can be shown.
 */
public final class Basis {

    /** The field that carries it. */
    public static final String FIELD = "was";

    private Basis() {}

    /**
     * What has to stand for the form to be taken: what it was made from. Where that is not what stands now, nothing is admitted,
     * which is said only once it is decided whether the sender may do it at all.
     * @param standing what stands now
     * @param now the same as lines of text
     */
    public static <T extends Tagged> Upon<T> of(Fields form, T standing, String now) {
        return differs(form, now) ? Upon.tagged(Set.of()) : Upon.exactly(standing);
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
