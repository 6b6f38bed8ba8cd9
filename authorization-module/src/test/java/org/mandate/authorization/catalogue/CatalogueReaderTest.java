package org.mandate.authorization.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;

class CatalogueReaderTest {

    private static final String WHOLE = """
            {"permissions": [{"name": "posts:read", "description": "Read"}, {"name": "posts:update"}],
             "roles": [{"name": "editor", "permissions": ["posts:*", "posts:read"], "inherits": ["user"]}, {"name": "user"}],
             "subjects": [
               {"type": "user", "id": "u1", "username": "alice", "email": "alice@example.org",
                "attributes": {"team": "blue", "level": 3, "tags": ["a", null], "nested": {"x": 1.5}},
                "roles": ["user", {"role": "editor", "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2027-01-01T00:00:00Z",
                  "networks": ["::ffff:10.0.0.0/104"], "resource": {"type": "posts", "id": "p1"}, "reason": "cover"}]},
               {"type": "service", "id": "billing", "roles": ["user"]}],
             "entities": [{"type": "van", "id": "v1", "attributes": {"seats": 3, "gone": null}}],
             "policies": [
               {"id": "p1", "effect": "deny", "resourceType": "van", "actions": ["drive"], "roles": ["user"], "condition": "true"},
               {"id": "p2", "effect": "allow", "resourceType": "*", "actions": "*"}],
             "constraints": [{"id": "c1", "roles": ["editor", "user"], "max": 1}, {"roles": ["editor", "user"]}]}
            """;

    private static Catalogue read(String json) {
        return CatalogueReader.json(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAWholeCatalogue() {
        var catalogue = read(WHOLE);

        assertThat(catalogue.permissions())
                .containsExactly(
                        new PermissionEntry("posts:read", Optional.of("Read")),
                        new PermissionEntry("posts:update", Optional.empty()));
        assertThat(catalogue.roles())
                .containsExactly(
                        new RoleEntry("editor", Optional.empty(), List.of("posts:*", "posts:read"), List.of("user")),
                        new RoleEntry("user", Optional.empty(), List.of(), List.of()));
        SubjectEntry alice = catalogue.subjects().get(0);
        assertThat(alice.attributes().orElseThrow())
                .containsEntry("team", "blue")
                .containsEntry("level", 3)
                .containsEntry("nested", Map.of("x", 1.5));
        assertThat(alice.roles())
                .containsExactly(
                        Grant.named("user"),
                        new Grant(
                                "editor",
                                new Terms(
                                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                        Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                                        List.of("10.0.0.0/8"),
                                        Optional.of(new Terms.Target("posts", "p1")),
                                        Optional.of("cover"))));
    }

    @Test
    void readsEntitiesPoliciesAndConstraints() {
        var catalogue = read(WHOLE);

        assertThat(catalogue.entities()).containsExactly(new EntityEntry("van", "v1", Map.of("seats", 3)));
        assertThat(catalogue.policies())
                .containsExactly(
                        new PolicyEntry(
                                "p1",
                                Optional.empty(),
                                "deny",
                                "van",
                                List.of("drive"),
                                List.of("user"),
                                Optional.of("true")),
                        new PolicyEntry(
                                "p2", Optional.empty(), "allow", "*", List.of("*"), List.of(), Optional.empty()));
        assertThat(catalogue.constraints())
                .containsExactly(
                        new ConstraintEntry(Optional.of("c1"), List.of("editor", "user"), 1),
                        new ConstraintEntry(Optional.empty(), List.of("editor", "user"), 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | ''",
                "{\"permissions\": {}} | permissions",
                "{\"rolls\": []} | rolls",
                "{\"permissions\": [3]} | permissions[0]",
                "{\"permissions\": [{}]} | permissions[0].name",
                "{\"permissions\": [{\"name\": 3}]} | permissions[0].name",
                "{\"permissions\": [{\"name\": \"posts:*\"}]} | permissions[0].name",
                "{\"permissions\": [{\"name\": \"a:b\", \"colour\": 1}]} | permissions[0].colour",
                "{\"roles\": [{\"name\": \"a b\"}]} | roles[0].name",
                "{\"roles\": [{\"name\": \"a\", \"permissions\": \"a:b\"}]} | roles[0].permissions",
                "{\"roles\": [{\"name\": \"a\", \"permissions\": [\"a:b\", \"po*:read\"]}]} | roles[0].permissions[1]",
                "{\"roles\": [{\"name\": \"a\", \"inherits\": [null]}]} | roles[0].inherits[0]",
                "{\"subjects\": [{\"username\": \"alice\"}]} | subjects[0].type",
                "{\"subjects\": [{\"type\": \"user\"}]} | subjects[0].username",
                "{\"subjects\": [{\"type\": \"service\"}]} | subjects[0].id",
                "{\"subjects\": [{\"type\": \"service\", \"id\": \"x\", \"attributes\": 3}]} | subjects[0].attributes",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"attributes\": []}]} | subjects[0].attributes",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [7]}]} | subjects[0].roles[0]",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [{\"role\": \"r\", \"id\": \"1\"}]}]} | subjects[0].roles[0].id",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [{\"role\": \"r\", \"validFrom\": \"today\"}]}]} | subjects[0].roles[0].validFrom",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [{\"role\": \"r\", \"networks\": [\"x\"]}]}]} | subjects[0].roles[0].networks",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [{\"role\": \"r\", \"networks\": []}]}]} | subjects[0].roles[0].networks",
                "{\"subjects\": [{\"type\": \"user\", \"username\": \"a\", \"roles\": [{\"role\": \"r\", \"networks\": \"x\"}]}]} | subjects[0].roles[0].networks",
                "{\"entities\": [{\"type\": \"t\", \"id\": \"1\"}]} | entities[0].attributes",
                "{\"entities\": [{\"type\": \"user\", \"id\": \"1\", \"attributes\": {}}]} | entities[0].type",
                "{\"entities\": [{\"type\": \"t\", \"id\": \"1\", \"attributes\": {\"\": 1}}]} | entities[0].attributes",
                "{\"policies\": [{\"id\": \"p\", \"effect\": \"allow\", \"resourceType\": \"*\"}]} | policies[0].actions",
                "{\"policies\": [{\"id\": \"p\", \"effect\": \"allow\", \"resourceType\": \"*\", \"actions\": \"*\", \"condition\": \"1 +\"}]} | policies[0].condition",
                "{\"policies\": [{\"id\": \"p\", \"effect\": \"allow\", \"resourceType\": \"*\", \"actions\": [\"*\", \"a\"]}]} | policies[0].actions",
                "{\"policies\": [{\"id\": \"p\", \"effect\": \"allow\", \"resourceType\": \"*\", \"actions\": \"*\", \"if\": \"\"}]} | policies[0].if",
                "{\"constraints\": [{\"roles\": [\"a\"]}]} | constraints[0].roles",
                "{\"constraints\": [{\"roles\": [\"a\", \"b\"], \"max\": 2}]} | constraints[0].max",
                "{\"constraints\": [{\"roles\": [\"a\", \"b\"], \"max\": \"1\"}]} | constraints[0].max"
            })
    void namesTheFaultyMember(String json, String field) {
        String path = field.equals("''") ? "" : field;

        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(CatalogueFault::field)
                                .containsExactly(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"roles\": [{\"name\": \"a\"",
                "{\"roles\": [], \"roles\": []}",
                "{\"roles\": [{\"name\": \"a\", \"name\": \"b\"}]}",
                "{} {}",
                "{\"roles\": [}"
            })
    void rejectsWhatIsNotOneCleanDocument(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field()).isEmpty()));
    }

    @Test
    void collectsManyFaults() {
        String roles = IntStream.range(0, 20).mapToObj(i -> "{\"name\": \"\"}").collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("{\"roles\": [" + roles + "]}"))
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.faults()).hasSize(20));
    }
}
