package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever the console shows can be asked over REST: what changed and whom it reached, users, policies and roles as they were. */
@ParameterizedClass
@EnumSource(Server.class)
class OversightTest {

    @Parameter
    Server server;

    @Test
    void answersTheNewestEventFirstWithWhatItChanged() {
        var admin = server.admin().api();
        var role = role();
        admin.put("/admin/roles/" + role + "/permissions/posts:publish").expect(204, 200);
        var position = admin.delete("/admin/roles/" + role + "/permissions/posts:publish")
                .expect(204)
                .header("Mandate-Position")
                .orElseThrow();

        var page = admin.get("/history/events?order=newest&limit=2").expect(200);

        var newest = page.items().get(0);
        assertThat(newest.path("position").asString()).isEqualTo(position);
        assertThat(newest.path("changed").get(0).path("member").asString()).isEqualTo("permissions");
        assertThat(texts(newest.path("changed").get(0).path("before"))).containsExactly("posts:publish");
        assertThat(texts(newest.path("changed").get(0).path("after"))).isEmpty();
        var further = admin.get("/history/events?order=newest&limit=2&cursor=" + page.text("next"))
                .expect(200);
        assertThat(further.items().get(0).path("position").asLong()).isEqualTo(Long.parseLong(position) - 2);
        admin.get("/history/events?order=sideways").expectFault("order");
    }

    @Test
    void findsWhatOneOfThemDid() {
        var admin = server.admin().api();
        role();
        var author = server.join();
        author.writes("Mine", true);

        var his = admin.get("/history/events?limit=1000&by=" + author.id()).expect(200);

        assertThat(his.items()).extracting(item -> item.path("type").asString()).containsExactly("PostCreated");
        var published =
                admin.get("/history/events?type=PostCreated&by=" + author.id()).expect(200);
        assertThat(published.items()).hasSize(1);
        assertThat(admin.get("/history/events?type=RoleDefined&by=" + author.id())
                        .expect(200)
                        .items())
                .isEmpty();
        var nobodys = admin.get("/history/events?by=00000000-0000-4000-8000-000000000000")
                .expect(200);
        assertThat(nobodys.items()).isEmpty();
        assertThat(nobodys.json().path("next").isNull()).isTrue();
    }

    @Test
    void findsWhatOnePolicySaid() {
        var admin = server.admin().api();
        var policy = Server.name("policy");
        var other = Server.name("policy");
        for (var written : List.of(policy, other, policy)) {
            var says = "{\"description\":\"%s\",\"effect\":\"deny\",\"resourceType\":\"doors\",\"actions\":[\"*\"]}";
            admin.put("/admin/policies/" + written, says.formatted(Server.name("words")))
                    .expect(200, 201);
        }
        admin.delete("/admin/policies/" + policy).expect(204);
        admin.delete("/admin/policies/" + other).expect(204);

        var found = admin.get("/history/events?order=newest&policy=" + policy).expect(200);

        assertThat(found.items())
                .extracting(item -> item.path("type").asString())
                .containsExactly("PolicyRetired", "PolicyChanged", "PolicyDefined");
        var narrowed =
                admin.get("/history/events?type=PolicyChanged&policy=" + policy).expect(200);
        assertThat(narrowed.items()).hasSize(1);
        admin.get("/history/events?subject=somebody&policy=" + policy).expectFault("policy");
    }

    @Test
    void findsTheRolesThatInheritFromOne() {
        var admin = server.admin().api();
        var above = role();
        var heir = role();
        admin.put("/admin/roles/" + heir + "/inherits/" + above).expect(204, 200);

        var found = admin.get("/oversight/roles?inherits=" + above).expect(200);

        assertThat(found.items())
                .extracting(item -> item.path("name").asString())
                .containsExactly(heir);
    }

    @Test
    void answersWhomOneChangeReached() {
        var admin = server.admin().api();
        var role = role();
        var one = server.join(role);
        var other = server.join(role);
        var position = admin.put("/admin/roles/" + role + "/permissions/posts:delete")
                .expect(204, 200)
                .header("Mandate-Position")
                .orElseThrow();

        var reach = admin.get("/history/events/" + position + "/reach").expect(200);

        assertThat(reach.json().path("event").path("type").asString()).isEqualTo("RolePermissionGranted");
        assertThat(reach.json().path("reach").path("gain").valueStream().toList())
                .extracting(item -> item.path("user").asString())
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(texts(reach.json().path("reach").path("gain").get(0).path("permissions")))
                .containsExactly("posts:delete");
        assertThat(reach.json().path("reach").path("losing").asInt()).isZero();
        assertThat(reach.json().path("looked").asInt())
                .isEqualTo(reach.json().path("concerned").asInt());
        admin.get("/history/events/0/reach").expectProblem(404);
        admin.get("/history/events/999999999/reach").expectProblem(404);
    }

    @Test
    void answersPoliciesAndRolesAsTheyWere() {
        var admin = server.admin().api();
        var policy = Server.name("policy");
        var first = put(policy, "subject.id == 'a'");
        var second = put(policy, "subject.id == 'b'");

        assertThat(admin.get("/history/policies/" + policy + "?at=position:" + first)
                        .expect(200)
                        .text("condition"))
                .isEqualTo("subject.id == 'a'");
        assertThat(admin.get("/history/policies?resourceType=reports&at=position:" + second)
                        .expect(200)
                        .items())
                .extracting(item -> item.path("id").asString())
                .contains(policy);
        admin.get("/history/policies/" + policy + "?at=position:1").expectProblem(404);
        var roles = admin.get("/history/roles?names=user,auditor,never").expect(200);
        assertThat(roles.items())
                .extracting(item -> item.path("name").asString())
                .containsExactly("auditor", "user");
    }

    @Test
    void answersWhatARecordedQuestionWouldBeAnsweredNow() {
        var admin = server.admin().api();
        var user = server.join();
        var id = user.api().get("/admin/dashboard").expectProblem(403).text("decisionId");
        admin.post("/admin/users/" + user.id() + "/roles/admin", "{}").expect(200, 201);

        var now = admin.get("/audit/decisions/" + id + "/now").expect(200);

        assertThat(now.json().path("answer").path("decision").asString()).isEqualTo("allow");
        assertThat(admin.post("/audit/decisions/" + id + "/verify")
                        .expect(200)
                        .json()
                        .path("recomputed")
                        .path("decision")
                        .asString())
                .isEqualTo("deny");
        admin.get("/audit/decisions/nothing/now").expectProblem(404);
    }

    @Test
    void answersOnesOwnDecisionsAndNothingOfWhoAsked() {
        var user = server.join();
        user.api().get("/admin/dashboard").expectProblem(403);

        var own = user.api().get("/users/me/decisions?limit=2").expect(200);

        // The newest is the decision that let this question through.
        var refused = own.items().get(1);
        assertThat(refused.path("action").asString()).isEqualTo("read");
        assertThat(refused.path("decision").asString()).isEqualTo("deny");
        assertThat(refused.path("resource").path("type").asString()).isEqualTo("dashboard");
        assertThat(own.body()).doesNotContain("requester", "userAgent", "\"ip\"");
        server.api().get("/users/me/decisions").expectProblem(401);
    }

    @Test
    void isForThoseWhoOverseeAccess() {
        var auditor = server.join("auditor");
        var user = server.join();
        var id = user.api().get("/admin/dashboard").expectProblem(403).text("decisionId");
        for (var path : List.of(
                "/history/users?q=" + user.username(),
                "/history/users/" + user.id(),
                "/history/names?users=" + user.id(),
                "/history/policies",
                "/history/roles?names=user",
                "/history/events/1/reach",
                "/audit/decisions/" + id + "/now")) {
            assertThat(auditor.api().get(path).expect(200).body()).as(path).isNotEmpty();
            user.api().get(path).expectProblem(403);
            server.api().get(path).expectProblem(401);
        }
        assertThat(auditor.api()
                        .get("/history/names?users=" + user.id())
                        .items()
                        .get(0)
                        .path("username")
                        .asString())
                .isEqualTo(user.username());
        auditor.api().get("/admin/users/" + user.id()).expectProblem(403);
    }

    private String role() {
        var role = Server.name("role");
        server.admin()
                .api()
                .post("/admin/roles", "{\"name\":\"%s\",\"permissions\":[],\"inherits\":[]}".formatted(role))
                .expect(201);
        return role;
    }

    private String put(String policy, String condition) {
        return server.admin()
                .api()
                .put("/admin/policies/" + policy, """
                        {"effect":"allow","resourceType":"reports","actions":["read"],"condition":"%s"}
                        """.formatted(condition))
                .expect(200, 201)
                .header("Mandate-Position")
                .orElseThrow();
    }

    private static List<String> texts(JsonNode items) {
        return items.valueStream().map(JsonNode::asString).toList();
    }
}
