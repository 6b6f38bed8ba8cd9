package org.mandate.console.users;

import java.time.Clock;
import java.util.List;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.AssignmentOutcome;
import org.mandate.console.AssignmentRow;
import org.mandate.console.Fields;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;

/** The form that grants a role. */
final class GrantForm {

    private static final List<String> FIELDS =
            List.of("role", "reason", "validFrom", "validUntil", "networks", "resourceType", "resourceId");

    private GrantForm() {}

    /** The page that shows the form as it was filled in, with what it would do. */
    static Link link(String id, Fields form) {
        Link link = Link.to(ThisUser.page(id) + "/roles");
        FIELDS.forEach(name -> link.with(name, form.optional(name)));
        return link;
    }

    static AssignRole command(SubjectId subject, Fields form) {
        Terms terms = new Terms(
                form.instant("validFrom"),
                form.instant("validUntil"),
                form.list("networks"),
                form.optional("resourceType").map(type -> new Terms.Target(type, target(form))),
                form.optional("reason"));
        if (form.optional("resourceType").isEmpty()
                && form.optional("resourceId").isPresent()) {
            throw Problem.invalid("resourceType", "is required where a resource id is given")
                    .found();
        }
        return new AssignRole(subject, form.required("role"), terms);
    }

    /**
     * Grants it; answers what is said once that is done. A role that is given for a time that is over or still to come gives
     * nothing now.
     */
    static String granted(AssignRole command, Gateway gateway, Caller caller, Clock clock) {
        AssignmentOutcome outcome =
                gateway.<AssignmentOutcome>send(command, caller).result();
        if (!outcome.created()) {
            return "stands";
        }
        return switch (AssignmentRow.Phase.of(command.terms(), clock.instant())) {
            case OVER -> "granted-over";
            case AHEAD -> "granted-ahead";
            case RUNNING -> "granted";
        };
    }

    private static String target(Fields form) {
        return form.optional("resourceId")
                .orElseThrow(() -> Problem.invalid("resourceId", "is required where a resource type is given")
                        .found());
    }
}
