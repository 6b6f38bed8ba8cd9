package org.mandate.authorization.assignment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.event.RoleAssigned;

/** Between the terms of an assignment and the event that states them. */
public final class TermsEvents {

    private static final int MOST_NETWORKS = 100;

    private TermsEvents() {}

    /** The event that grants the role on these terms. */
    public static RoleAssigned assigned(String id, SubjectId subject, String role, Terms terms, String grantedBy) {
        @Nullable Instant from = terms.validFrom().orElse(null);
        @Nullable Instant until = terms.validUntil().orElse(null);
        return new RoleAssigned(
                id,
                subject.type(),
                subject.id(),
                role,
                from,
                until,
                terms.networks(),
                terms.resource().map(Terms.Target::type).orElse(null),
                terms.resource().map(Terms.Target::id).orElse(null),
                terms.reason().orElse(null),
                grantedBy);
    }

    /** The terms that the event stated. */
    public static Terms terms(RoleAssigned event) {
        String type = event.resourceType();
        String id = event.resourceId();
        return new Terms(
                Optional.ofNullable(event.validFrom()),
                Optional.ofNullable(event.validUntil()),
                event.networks(),
                type == null || id == null ? Optional.empty() : Optional.of(new Terms.Target(type, id)),
                Optional.ofNullable(event.reason()));
    }

    /** Refuses terms that can never hold, or that are no terms. */
    public static void requireValid(Terms terms) {
        if (terms.validFrom().isPresent()
                && terms.validUntil().isPresent()
                && !terms.validFrom().get().isBefore(terms.validUntil().get())) {
            throw Vocabulary.invalid("validUntil", "must be later than `validFrom`");
        }
        if (terms.networks().size() > MOST_NETWORKS) {
            throw Vocabulary.invalid("networks", "must be at most " + MOST_NETWORKS + " blocks");
        }
        terms.resource().ifPresent(resource -> {
            Vocabulary.requireType("resource.type", resource.type());
            Vocabulary.requireId("resource.id", resource.id());
        });
        terms.reason().ifPresent(reason -> Vocabulary.requireText("reason", reason));
    }
}
