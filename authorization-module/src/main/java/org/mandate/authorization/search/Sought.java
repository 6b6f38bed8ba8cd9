package org.mandate.authorization.search;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;

/** What a search looks for, beside what it is given. Of what it looks for, nothing counts but what is stored. */
public sealed interface Sought {

    /** The question that is decided on a candidate: the same that an evaluation asks. */
    AccessRequest question(String candidate, Circumstances circumstances);

    /** The subject that is asked about; empty where subjects are looked for. */
    Optional<SubjectId> given();

    /** Subjects of a type that may do this. */
    record Subjects(String type, Action action, Resource resource) implements Sought {

        @Override
        public AccessRequest question(String candidate, Circumstances circumstances) {
            return circumstances.question(new SubjectId(type, candidate), Map.of(), action, resource);
        }

        @Override
        public Optional<SubjectId> given() {
            return Optional.empty();
        }
    }

    /** Resources of a type to which the subject may do this. */
    record Resources(SubjectId subject, Map<String, Object> subjectProperties, Action action, String type)
            implements Sought {

        public Resources {
            subjectProperties = Map.copyOf(subjectProperties);
        }

        @Override
        public AccessRequest question(String candidate, Circumstances circumstances) {
            return circumstances.question(subject, subjectProperties, action, Resource.of(type, candidate));
        }

        @Override
        public Optional<SubjectId> given() {
            return Optional.of(subject);
        }
    }

    /** What the subject may do to the resource. */
    record Actions(SubjectId subject, Map<String, Object> subjectProperties, Resource resource) implements Sought {

        public Actions {
            subjectProperties = Map.copyOf(subjectProperties);
        }

        @Override
        public AccessRequest question(String candidate, Circumstances circumstances) {
            return circumstances.question(subject, subjectProperties, Action.of(candidate), resource);
        }

        @Override
        public Optional<SubjectId> given() {
            return Optional.of(subject);
        }
    }
}
