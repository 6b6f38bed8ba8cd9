package org.mandate.console;

import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;

/**
 * The question before something that cannot simply be taken back.
 * @param question what is about to be done, by name
 * @param consequences what that means, a sentence each
 * @param button the words on the button that does it
 * @param action where the form goes
 * @param fields what goes along unseen
 * @param asksReason whether a reason may be given
 * @param back where to go instead
 */
public record Confirmation(
        String question,
        List<String> consequences,
        String button,
        String action,
        Map<String, String> fields,
        boolean asksReason,
        String back) {

    /** The page that asks. */
    public String page(FormFaults faults, Model model) {
        model.addAttribute("confirm", this);
        model.addAttribute("faults", faults);
        return "console/confirm";
    }

    /** The page that asks for the first time. */
    public String page(Model model) {
        return page(FormFaults.NONE, model);
    }
}
