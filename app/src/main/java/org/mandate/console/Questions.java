package org.mandate.console;

import java.util.Map;
import java.util.Optional;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.history.EvaluatePast.Asked;
import org.springframework.stereotype.Component;

/** Reads a question that somebody put together in the fields of a form. */
@Component
public class Questions {

    private final NamedSubjects subjects;

    Questions(NamedSubjects subjects) {
        this.subjects = subjects;
    }

    /** @param prefix what the names of the fields begin with */
    public Asked of(Fields form, String prefix) {
        String type = form.optional(prefix + "subjectType").orElse(SubjectId.USER);
        Map<String, Object> context = members(form, prefix + "context");
        return new Asked(
                subjects.resolve(new SubjectId(type, form.required(prefix + "subject"))),
                Map.of(),
                Action.of(form.required(prefix + "action")),
                new Resource(
                        form.required(prefix + "resourceType"),
                        form.text(prefix + "resource"),
                        members(form, prefix + "properties")),
                context,
                Optional.ofNullable(context.get("ip")).map(Object::toString));
    }

    private static Map<String, Object> members(Fields form, String name) {
        return Members.read(name, form.text(name));
    }
}
