package org.mandate.http.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.usage.Grant;
import org.mandate.authorization.usage.UnusedGrant;

/**
 * A grant that nothing needed.
 * @param user id of a user, or type and id of a subject of another type
 * @param redundantWith what decisions would have rested on instead
 * @param wouldBreak how many of the decisions would have been denied without it
 * @param simulation the body for {@code POST /simulations} that shows it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record UnusedGrantBody(
        String kind,
        Optional<String> assignment,
        Optional<String> user,
        String role,
        Optional<String> permission,
        Optional<Instant> grantedAt,
        List<Map<String, String>> redundantWith,
        @JsonInclude(JsonInclude.Include.ALWAYS) long wouldBreak,
        Map<String, Object> simulation) {

    static final Comparator<UnusedGrantBody> ORDER = Comparator.comparing(UnusedGrantBody::key);

    static UnusedGrantBody of(UnusedGrant grant, Instant since) {
        Optional<Assignment> assignment = grant.assignment();
        return new UnusedGrantBody(
                assignment.isPresent() ? "assignment" : "rolePermission",
                assignment.map(Assignment::id),
                grant.holder().map(UnusedGrantBody::name),
                grant.role(),
                grant.permission(),
                assignment.map(Assignment::grantedAt),
                grant.redundantWith().stream().map(UnusedGrantBody::body).toList(),
                0,
                simulation(removal(grant), since));
    }

    String key() {
        return String.join(" ", kind, role, user.orElse(""), assignment.orElse(""), permission.orElse(""));
    }

    private static String name(SubjectId subject) {
        return subject.type().equals(SubjectId.USER) ? subject.id() : subject.toString();
    }

    private static Map<String, String> body(Grant grant) {
        if (grant instanceof Grant.Assigned assigned) {
            return Map.of("kind", "assignment", "assignment", assigned.assignment());
        }
        if (grant instanceof Grant.Permitted permitted) {
            return Map.of("kind", "rolePermission", "role", permitted.role(), "permission", permitted.permission());
        }
        return grant instanceof Grant.Allowing allowing
                ? Map.of("kind", "policy", "policy", allowing.policy())
                : Map.of("kind", "owner");
    }

    private static Map<String, Object> simulation(Map<String, Object> removal, Instant since) {
        return Map.of("changes", List.of(Map.of("remove", removal)), "decisions", Map.of("from", since.toString()));
    }

    private static Map<String, Object> removal(UnusedGrant grant) {
        if (grant.holder().isPresent() && grant.assignment().isPresent()) {
            SubjectId holder = grant.holder().get();
            Map<String, Object> role =
                    role(grant.role(), grant.assignment().get().terms());
            return Map.of(
                    "subjects", List.of(Map.of("type", holder.type(), "id", holder.id(), "roles", List.of(role))));
        }
        List<String> permissions = grant.permission().stream().toList();
        return Map.of("roles", List.of(Map.of("name", grant.role(), "permissions", permissions)));
    }

    /** With its terms, even where it has none: the role's name alone would mean every assignment of it. */
    private static Map<String, Object> role(String role, Terms terms) {
        Map<String, Object> assignment = new LinkedHashMap<>();
        assignment.put("role", role);
        terms.validFrom().ifPresent(from -> assignment.put("validFrom", from.toString()));
        terms.validUntil().ifPresent(until -> assignment.put("validUntil", until.toString()));
        if (!terms.networks().isEmpty()) {
            assignment.put("networks", terms.networks());
        }
        terms.resource()
                .ifPresent(target -> assignment.put("resource", Map.of("type", target.type(), "id", target.id())));
        return assignment;
    }
}
