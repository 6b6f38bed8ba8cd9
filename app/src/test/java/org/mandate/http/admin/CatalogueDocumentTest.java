package org.mandate.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.catalogue.CatalogueReader;
import tools.jackson.databind.json.JsonMapper;

class CatalogueDocumentTest {

    @Test
    void isReadBackAsItWas() {
        var limited = new Terms(
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2027-01-01T00:00:00.123456Z")),
                List.of("10.0.0.0/8", "2001:db8::/32"),
                Optional.of(new Terms.Target("posts", "p1")),
                Optional.of("cover"));
        var catalogue = new Catalogue(
                List.of(
                        new PermissionEntry("posts:read", Optional.of("Read")),
                        new PermissionEntry("posts:write", Optional.empty())),
                List.of(new RoleEntry("editor", Optional.of(""), List.of("posts:*"), List.of("user"))),
                List.of(
                        new SubjectEntry(
                                "user",
                                Optional.of("u1"),
                                Optional.of("alice"),
                                Optional.of("alice@example.org"),
                                Optional.of(Map.of("team", "blue", "nested", Map.of("level", 3))),
                                List.of(new Grant("editor", Terms.UNLIMITED, true), new Grant("editor", limited))),
                        new SubjectEntry(
                                "service",
                                Optional.of("billing"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Map.of("level", 3)),
                                List.of())));

        assertThat(readBack(catalogue)).isEqualTo(catalogue);
    }

    @Test
    void keepsEntitiesPoliciesAndConstraints() {
        var catalogue = new Catalogue(
                List.of(),
                List.of(),
                List.of(),
                List.of(new EntityEntry("van", "v1", Map.of("seats", 3))),
                List.of(new PolicyEntry(
                        "p1",
                        Optional.of("Rule"),
                        "deny",
                        "van",
                        List.of("*"),
                        List.of("editor"),
                        Optional.of("context.ip != ''"))),
                List.of(new ConstraintEntry(Optional.of("c1"), List.of("editor", "user"), 1)));

        assertThat(readBack(catalogue)).isEqualTo(catalogue);
    }

    private static Catalogue readBack(Catalogue catalogue) {
        byte[] document = new JsonMapper().writeValueAsBytes(CatalogueDocument.of(catalogue));
        return CatalogueReader.json(new ByteArrayInputStream(document));
    }
}
