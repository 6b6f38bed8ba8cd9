package org.mandate.http.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;

/** A catalogue as it is answered, in the form in which it can be imported. */
record CatalogueDocument(
        List<PermissionItem> permissions,
        List<RoleItem> roles,
        List<SubjectItem> subjects,
        List<EntityEntry> entities,
        List<PolicyBody> policies,
        List<ConstraintEntry> constraints) {

    /** A permission of the catalogue. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PermissionItem(String name, Optional<String> description) {}

    /** A role of the catalogue. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RoleItem(String name, Optional<String> description, List<String> permissions, List<String> inherits) {}

    /**
     * A subject of the catalogue.
     * @param roles names, and assignments where there are limits
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SubjectItem(
            String type,
            Optional<String> id,
            Optional<String> username,
            Optional<String> email,
            Optional<Map<String, Object>> attributes,
            List<Object> roles) {}

    /** An assignment of the catalogue. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AssignmentItem(
            String role,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            List<String> networks,
            Optional<AssignmentBody.TargetBody> resource,
            Optional<String> reason) {}

    static CatalogueDocument of(Catalogue catalogue) {
        return new CatalogueDocument(
                catalogue.permissions().stream()
                        .map(entry -> new PermissionItem(entry.name(), entry.description()))
                        .toList(),
                catalogue.roles().stream()
                        .map(entry ->
                                new RoleItem(entry.name(), entry.description(), entry.permissions(), entry.inherits()))
                        .toList(),
                catalogue.subjects().stream().map(CatalogueDocument::subject).toList(),
                catalogue.entities(),
                catalogue.policies().stream().map(CatalogueDocument::policy).toList(),
                catalogue.constraints());
    }

    private static PolicyBody policy(PolicyEntry entry) {
        return new PolicyBody(
                entry.id(),
                entry.description().orElse(""),
                entry.effect(),
                entry.resourceType(),
                entry.actions(),
                entry.roles(),
                entry.condition());
    }

    private static SubjectItem subject(SubjectEntry entry) {
        return new SubjectItem(
                entry.type(),
                entry.id(),
                entry.username(),
                entry.email(),
                entry.attributes(),
                entry.roles().stream().map(CatalogueDocument::grant).toList());
    }

    private static Object grant(Grant grant) {
        Terms terms = grant.terms();
        if (terms.equals(Terms.UNLIMITED)) {
            return grant.role();
        }
        return new AssignmentItem(
                grant.role(),
                terms.validFrom(),
                terms.validUntil(),
                terms.networks(),
                terms.resource().map(target -> new AssignmentBody.TargetBody(target.type(), target.id())),
                terms.reason());
    }
}
