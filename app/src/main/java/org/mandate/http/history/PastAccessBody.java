package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Terms;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.history.PastAccess.Origin;
import org.mandate.authorization.history.Source;

/** What a subject held and could do, as it is answered. */
record PastAccessBody(
        long position, Instant at, List<RoleBody> roles, List<PermissionBody> permissions, boolean active) {

    /** A role that was held; limits that it did not have are left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RoleBody(
            String role,
            String assignment,
            Instant since,
            String by,
            Optional<TargetBody> resource,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            List<String> networks,
            Optional<String> reason,
            List<String> countsAs) {

        static RoleBody of(HeldRole held) {
            Assignment given = held.assignment();
            Terms terms = given.terms();
            return new RoleBody(
                    given.role(),
                    given.id(),
                    held.since(),
                    given.grantedBy(),
                    terms.resource().map(TargetBody::of),
                    terms.validFrom(),
                    terms.validUntil(),
                    terms.networks(),
                    terms.reason(),
                    held.countsAs().stream().sorted().toList());
        }
    }

    /** The one resource that an assignment is limited to. */
    record TargetBody(String type, String id) {

        static TargetBody of(Terms.Target target) {
            return new TargetBody(target.type(), target.id());
        }
    }

    /** A permission that was held. */
    record PermissionBody(String name, List<SourceBody> from) {}

    /**
     * Where it came from: an assignment of a role, or a policy.
     * @param since when it began to be held through that
     * @param by who did what it began with
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SourceBody(
            Optional<String> role,
            Optional<String> assignment,
            Optional<String> inheritedFrom,
            Optional<String> policy,
            Instant since,
            String by,
            Optional<TargetBody> resource) {

        static SourceBody of(Origin origin) {
            Source source = origin.source();
            Optional<Assignment> given = source.assignment();
            return new SourceBody(
                    given.map(Assignment::role),
                    given.map(Assignment::id),
                    source.inheritedFrom(),
                    source.policy(),
                    origin.since(),
                    origin.by(),
                    source.resource().map(TargetBody::of));
        }
    }

    static PastAccessBody of(PastAccess access) {
        return new PastAccessBody(
                access.place().position(),
                access.place().at(),
                access.roles().stream().map(RoleBody::of).toList(),
                access.permissions().stream()
                        .map(one -> new PermissionBody(
                                one.name(),
                                one.from().stream().map(SourceBody::of).toList()))
                        .toList(),
                access.active());
    }
}
