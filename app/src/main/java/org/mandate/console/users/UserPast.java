package org.mandate.console.users;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Change;
import org.mandate.authorization.change.ChangePage;
import org.mandate.authorization.change.Difference;
import org.mandate.authorization.change.FindTimeline;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.console.ChangeRow;
import org.mandate.console.KnownNames;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.UserId;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a user could do at a moment, and the changes that led from one moment to another. */
@Component
class UserPast {

    private static final int STEPS = 200;

    private final Gateway gateway;
    private final KnownNames known;

    UserPast(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /** Fill the model with the access at the moment, with the steps of the slider, and with what differs from another moment. */
    void show(UserId user, Moments moments, Optional<String> after, Caller caller, Model model) {
        SubjectId subject = SubjectId.user(user.value());
        Optional<PastAccess> access = gateway.ask(
                new FindPastAccess(subject, moments.shown()),
                ResponseTypes.optionalInstanceOf(PastAccess.class),
                caller);
        Optional<ChangePage> page = gateway.ask(
                new FindTimeline(subject, STEPS, after), ResponseTypes.optionalInstanceOf(ChangePage.class), caller);
        List<Change> changes = page.map(ChangePage::items).orElse(List.of());
        Names names = names(user, access, changes, caller);
        showSteps(changes, moments, access, names, model);
        model.addAttribute("moreSteps", page.flatMap(ChangePage::next).orElse(""));
        model.addAttribute("at", moments.at().orElse(""));
        model.addAttribute("compared", moments.compared().orElse(""));
        access.ifPresent(then -> showAccess(then, names, model));
        access.flatMap(then -> moments.between(subject, then.place()))
                .flatMap(query -> gateway.ask(query, ResponseTypes.optionalInstanceOf(Difference.class), caller))
                .ifPresent(difference -> showDifference(difference, names, model));
    }

    private static void showSteps(
            List<Change> changes, Moments moments, Optional<PastAccess> access, Names names, Model model) {
        List<ChangeRow> steps = rows(changes, moments.at(), names);
        List<ChangeRow> newestFirst = new ArrayList<>(steps);
        Collections.reverse(newestFirst);
        model.addAttribute("steps", steps);
        model.addAttribute("timeline", newestFirst);
        model.addAttribute("step", place(steps, moments.at(), access));
    }

    private static void showAccess(PastAccess then, Names names, Model model) {
        model.addAttribute(
                "permissions", then.permissions().stream().map(HeldRow::of).toList());
        model.addAttribute("placeAt", then.place().at());
        model.addAttribute("placePosition", then.place().position());
        model.addAttribute("activeThen", then.active());
        model.addAttribute(
                "held",
                then.roles().stream().map(role -> HeldGrant.of(role, names)).toList());
    }

    private static void showDifference(Difference difference, Names names, Model model) {
        model.addAttribute("difference", difference);
        List<ChangeRow> doing = new ArrayList<>(rows(difference.changes(), Optional.empty(), names));
        Collections.reverse(doing);
        model.addAttribute("doing", doing);
    }

    private static List<ChangeRow> rows(List<Change> changes, Optional<String> at, Names names) {
        return changes.stream().map(change -> ChangeRow.of(change, at, names)).toList();
    }

    /** The place of the slider: the last step that lies at the moment or before it, or the end for now. */
    private static int place(List<ChangeRow> steps, Optional<Instant> then) {
        if (then.isEmpty()) {
            return steps.size();
        }
        int place = 0;
        for (int n = 0; n < steps.size(); n++) {
            if (!steps.get(n).instant().isAfter(then.get())) {
                place = n;
            }
        }
        return place;
    }

    /** The step that is shown by its name, or else the one that the moment falls to. */
    private static int place(List<ChangeRow> steps, Optional<String> at, Optional<PastAccess> access) {
        for (int n = 0; n < steps.size(); n++) {
            if (steps.get(n).here()) {
                return n;
            }
        }
        return place(steps, at.flatMap(any -> access.map(then -> then.place().at())));
    }

    private Names names(UserId user, Optional<PastAccess> access, List<Change> changes, Caller caller) {
        List<String> givers = access.map(PastAccess::roles).orElse(List.of()).stream()
                .map(HeldRole::assignment)
                .map(Assignment::grantedBy)
                .toList();
        List<String> actors =
                changes.stream().flatMap(change -> change.by().stream()).toList();
        return known.of(
                Stream.of(Stream.of(user.value()), givers.stream(), actors.stream())
                        .flatMap(ids -> ids)
                        .filter(id -> !id.equals(MessageOrigin.SYSTEM))
                        .distinct()
                        .toList(),
                caller);
    }
}
