package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.mandate.administration.AccountView;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.enforcement.Caller;
import org.mandate.identity.UserId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One user: who they are, what they hold and why, at any moment. */
@Controller
@RequestMapping("/console/users/{id}")
class UserController {

    private final ShownUser shown;
    private final UserPast past;

    UserController(ShownUser shown, UserPast past) {
        this.shown = shown;
        this.past = past;
    }

    @GetMapping
    String page(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UserId user = ThisUser.of(id);
        if (id.equals("new") && shown.isUnknown(user, caller)) {
            return "redirect:/console/users?new";
        }
        Optional<AccountView> account = shown.find(user, caller);
        Fields link = new Fields(sent);
        FormFaults faults = Attempt.at(
                () -> past.show(user, Moments.of(link), link.optional("after"), caller, model), request, response);
        if (!faults.equals(FormFaults.NONE)) {
            past.show(user, Moments.NOW, Optional.empty(), caller, model);
            model.addAttribute("momentFault", faults.text());
        }
        if (account.isEmpty()) {
            return past(id, model);
        }
        return shown.page(account.get(), Fields.none(), FormFaults.NONE, caller, model);
    }

    /** Whoever is erased has no name and no account any more, and a history all the same. */
    private static String past(String id, Model model) {
        if (model.getAttribute("steps") instanceof List<?> steps && steps.isEmpty()) {
            throw ThisUser.unknown(id);
        }
        model.addAttribute("id", id);
        return "console/users/erased";
    }
}
