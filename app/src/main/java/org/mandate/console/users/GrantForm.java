package org.mandate.console.users;

import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.console.Fields;
import org.mandate.http.problem.Problem;

/** The form that grants a role. */
final class GrantForm {

    private GrantForm() {}

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

    private static String target(Fields form) {
        return form.optional("resourceId")
                .orElseThrow(() -> Problem.invalid("resourceId", "is required where a resource type is given")
                        .found());
    }
}
