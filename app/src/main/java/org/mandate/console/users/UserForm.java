package org.mandate.console.users;

import java.util.Map;
import java.util.Optional;
import org.mandate.console.Fields;
import org.mandate.enrolment.EnrolUser;

/** The form that brings in a user. */
final class UserForm {

    private UserForm() {}

    static EnrolUser command(Fields form) {
        return new EnrolUser(
                form.text("username"),
                form.text("email"),
                Optional.ofNullable(form.values().getFirst("password")).filter(text -> !text.isEmpty()),
                form.optional("fullName"),
                Map.of(),
                Optional.of(form.list("roles")).filter(roles -> !roles.isEmpty()));
    }
}
