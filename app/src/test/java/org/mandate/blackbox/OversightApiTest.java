package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an auditor reads of the access model as it stands: the same that the console shows. */
@ParameterizedClass
@EnumSource(Server.class)
class OversightApiTest {

    @Parameter
    Server server;

    @Test
    void showsRolesWithWhereTheirPermissionsComeFrom() {
        var auditor = server.join("auditor").api();

        var page = auditor.get("/oversight/roles?q=edit&limit=1").expect(200);
        var role = auditor.get("/oversight/roles/editor").expect(200).json();

        assertThat(page.items()).hasSize(1);
        assertThat(role.path("role").path("name").asString()).isEqualTo("editor");
        assertThat(role.path("sources").path("posts:publish").toString()).contains("editor");
        auditor.get("/oversight/roles/wizard").expectProblem(404);
        auditor.get("/oversight/roles?limit=0").expectFault("limit");
    }

    @Test
    void showsPoliciesPermissionsAndHowTheNodeStands() {
        var policy = Server.name("policy");
        server.admin().api().put("/admin/policies/" + policy, """
                        {"effect":"deny","resourceType":"tickets","actions":["close"]}
                        """).expect(201);
        var auditor = server.join("auditor").api();

        assertThat(auditor.get("/oversight/policies/" + policy).expect(200).text("effect"))
                .isEqualTo("deny");
        assertThat(auditor.get("/oversight/policies?limit=1000").expect(200).items())
                .anyMatch(item -> item.path("id").asString().equals(policy));
        assertThat(auditor.get("/oversight/permissions?limit=1000").expect(200).items())
                .anyMatch(item -> item.path("name").asString().equals("posts:read"));
        var vitals = auditor.get("/oversight/vitals").expect(200).json();
        assertThat(vitals.path("mode").asString()).isEqualTo("strict");
        assertThat(vitals.path("sequence").asLong()).isPositive();
        assertThat(vitals.path("projections").findValuesAsString("name")).contains("facts");
        server.admin().api().delete("/admin/policies/" + policy).expect(204);
    }

    @Test
    void isClosedToEverybodyElse() {
        var user = server.join().api();
        for (var path : List.of("vitals", "roles", "roles/editor", "permissions", "policies", "policies/x")) {
            user.get("/oversight/" + path).expectProblem(403);
            server.api().get("/oversight/" + path).expectProblem(401);
        }
    }
}
