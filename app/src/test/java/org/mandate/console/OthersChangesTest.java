package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.console.PlainVisit.Answer;
import org.mandate.enforcement.SystemGateway;

/** A form that is saved late, or sent again, undoes nobody's change unseen. */
class OthersChangesTest {

    private final PlainVisit visit = PlainVisit.of("admin");

    private static String policy(String was, String description) {
        return form(
                "step",
                "save",
                "was",
                was,
                "description",
                description,
                "effect",
                "deny",
                "resourceType",
                "kites",
                "actions",
                "fly");
    }

    private Answer newPolicy(String id, String description) {
        return visit.post("/console/policies/new", form("id", id) + "&" + policy("", description));
    }

    /** The question is opened and answered with yes. */
    private void delete(String page) {
        String was = visit.get(page + "/delete").field("was");
        assertThat(visit.post(page + "/delete", form("was", was)).status()).isEqualTo(302);
    }

    @Test
    void aNewPolicyOfAKnownIdIsRefusedAtTheId() {
        assertThat(newPolicy("kites-down", "first").status()).isEqualTo(302);

        Answer again = newPolicy("kites-down", "second");

        assertThat(again.status()).isEqualTo(412);
        assertThat(again.body()).contains("id=\"id-fault\"", "exists already", "value=\"second\"");
        assertThat(visit.get("/console/policies/kites-down").body())
                .contains("first")
                .doesNotContain("second");
        delete("/console/policies/kites-down");
    }

    @Test
    void aPolicyThatSomebodyElseChangedMeanwhileIsNotSavedOver() {
        newPolicy("kites-low", "as it was read");
        String was = visit.get("/console/policies/kites-low/edit").field("was");
        assertThat(visit.post("/console/policies/kites-low/edit", policy(was, "of somebody else"))
                        .status())
                .isEqualTo(302);

        Answer late = visit.post("/console/policies/kites-low/edit", policy(was, "typed late"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("has changed since it was read", "- description: as it was read")
                .contains("+ description: of somebody else", "value=\"typed late\"");
        assertThat(between(late))
                .contains("last by", ">admin</a>", "/console/users/" + People.id("admin"), "<time")
                .contains("/console/changes/" + newest("policy=kites-low"));
        assertThat(visit.post("/console/policies/kites-low/edit", policy(late.field("was"), "typed late"))
                        .status())
                .isEqualTo(302);
        delete("/console/policies/kites-low");
    }

    private static String between(Answer late) {
        String body = late.body();
        int from = body.indexOf("id=\"between\"");
        return body.substring(from, body.indexOf("<pre", from));
    }

    /** The position of the newest change of the policy or role. */
    private String newest(String filter) {
        Matcher link = Pattern.compile("/console/changes/(\\d+)")
                .matcher(visit.get("/console/changes?" + filter).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void aPolicyThatSomebodyElseChangedMeanwhileIsNotDeleted() {
        newPolicy("kites-kept", "as it was read");
        String page = "/console/policies/kites-kept";
        String asked = visit.get(page + "/delete").field("was");
        String was = visit.get(page + "/edit").field("was");
        visit.post(page + "/edit", policy(was, "of somebody else"));

        Answer late = visit.post(page + "/delete", form("was", asked));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Delete the policy kites-kept?", "has changed since it was read")
                .contains("+ description: of somebody else");
        assertThat(between(late)).contains("/console/changes/" + newest("policy=kites-kept"));
        assertThat(visit.post(page + "/delete", form("was", late.field("was"))).status())
                .isEqualTo(302);
        assertThat(visit.get(page).status()).isEqualTo(404);
    }

    @Test
    void aRoleThatSomebodyElseChangedMeanwhileIsNotDeleted() {
        visit.post("/console/roles/new", form("step", "save", "name", "kite-lender", "permission", "posts:read"));
        String page = "/console/roles/kite-lender";
        String asked = visit.get(page + "/delete").field("was");
        visit.post(
                page + "/edit",
                form("step", "save", "was", visit.get(page + "/edit").field("was"), "description", "new"));

        Answer late = visit.post(page + "/delete", form("was", asked));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Delete the role kite-lender?", "- permission: posts:read");
        delete(page);
    }

    @Test
    void aPolicyThatIsGoneDoesNotComeBack() {
        newPolicy("kites-gone", "soon gone");
        String was = visit.get("/console/policies/kites-gone/edit").field("was");
        delete("/console/policies/kites-gone");

        Answer late = visit.post("/console/policies/kites-gone/edit", policy(was, "typed late"));

        assertThat(late.status()).isEqualTo(404);
        assertThat(late.isPage()).isTrue();
        assertThat(visit.post("/console/policies/never-there/edit", policy("", "made up"))
                        .status())
                .isEqualTo(404);
        assertThat(visit.get("/console/policies/kites-gone").status()).isEqualTo(404);
    }

    @Test
    void aRoleThatSomebodyElseChangedMeanwhileIsNotSavedOver() {
        String both = form("permission", "posts:read", "permission", "posts:create");
        visit.post("/console/roles/new", form("step", "save", "name", "kite-keeper") + "&" + both);
        String edit = "/console/roles/kite-keeper/edit";
        String was = visit.get(edit).field("was");
        assertThat(visit.post(edit, form("step", "save", "was", was, "permission", "posts:create"))
                        .status())
                .isEqualTo(302);

        Answer late = visit.post(edit, form("step", "save", "was", was, "description", "late") + "&" + both);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("- permission: posts:read", "value=\"late\"");
        assertThat(between(late)).contains(">admin</a>", "/console/changes/" + newest("role=kite-keeper"));
        assertThat(visit.get(edit).field("was")).contains("posts:create").doesNotContain("posts:read");
        delete("/console/roles/kite-keeper");
        assertThat(visit.post(edit, form("step", "save", "was", was)).status()).isEqualTo(404);
    }

    @Test
    void aRoleOfThousandsOfPermissionsIsEdited() {
        SystemGateway system = ConsoleServer.bean(SystemGateway.class);
        Set<String> many =
                IntStream.range(0, 2_500).mapToObj(n -> "kites" + n + ":*").collect(Collectors.toSet());
        system.send(new DefineRole("bigrole", "", many, Set.of()));
        String was = visit.get("/console/roles/bigrole/edit").field("was");
        String ticks = many.stream().map(name -> form("permission", name)).collect(Collectors.joining("&"));

        Answer saved = visit.post(
                "/console/roles/bigrole/edit", form("step", "save", "was", was, "description", "large") + "&" + ticks);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(visit.get("/console/roles/bigrole").body()).contains("large", "2500 direct");
        system.send(new RetireRole("bigrole"));
    }
}
