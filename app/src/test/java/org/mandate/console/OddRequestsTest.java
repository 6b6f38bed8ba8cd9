package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.console.PlainVisit.Answer;

/** Whatever is asked under the address of the console is answered by a page that says what is wrong. */
class OddRequestsTest {

    private static final PlainVisit VISIT = PlainVisit.of("admin");

    @ParameterizedTest
    @CsvSource({
        "/console/decisions?decision=maybe, decision-fault",
        "/console/decisions?decision=ALLOW, decision-fault",
        "/console/decisions?channel=pigeon, channel-fault",
        "/console/decisions?from=+1000000000-12-31T23:59:59Z, from-fault",
        "/console/decisions?to=-999999999-01-01T00:00, to-fault",
        "/console/changes?from=soon, from-fault",
        "/console/users?active=maybe, active-fault",
        "/console/policies?effect=maybe, effect-fault"
    })
    void aFilterThatCannotBeReadIsNamedAtItsField(String path, String fault) {
        Answer answer = VISIT.get(path.replace("+1", "%2B1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
        assertThat(answer.body()).contains("id=\"" + fault + "\"").doesNotContain("Export CSV", "<tbody>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console?x=%", "/console?x=%zz", "/console/users?q=%ff%fe"})
    void aQueryThatIsBadlyEncodedIsAFaultOfTheRequest(String path) {
        Answer answer = VISIT.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
        assertThat(answer.body()).contains("badly encoded");
    }

    @Test
    void aFormThatIsBadlyEncodedIsAFaultOfTheRequest() {
        Answer answer = VISIT.post("/console/roles/new", "name=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/decisions/a;b",
                "/console/users/%00",
                "/console/decisions/a%2Fb",
                "/console//users",
                "/console/%75sers"
            })
    void anAddressThatIsNotAcceptedIsAnsweredByAPage(String path) {
        Answer answer = VISIT.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
        assertThat(answer.body()).contains("The request is malformed", "To the first page");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 18_000})
    void anAddressThatIsTooLongIsAnsweredByAPage(int length) {
        Answer answer = VISIT.get("/console/ask?context=" + "x".repeat(length));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
        assertThat(answer.body()).contains("To the first page").doesNotContain("problem+json");
    }

    @Test
    void aPageOfTheContainerHasTheThemeOfTheOthers() {
        PlainVisit visit = PlainVisit.of("erin");
        for (String theme : List.of("dark", "light", "auto")) {
            visit.post("/console/theme", form("theme", theme));

            for (String path : List.of("/console/ask?context=" + "x".repeat(9_000), "/console/decisions/a;b")) {
                assertThat(visit.get(path).body()).contains("data-theme=\"" + theme + "\"");
            }
            assertThat(visit.get("/console/nowhere").body()).contains("data-theme=\"" + theme + "\"");
        }
    }

    @Test
    void aFormThatIsTooLargeIsAnsweredByAPage() {
        Answer answer = VISIT.post("/console/roles/new", form("name", "x".repeat(1 << 20)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isPage()).isTrue();
    }

    @Test
    void aFormOfTooManyFieldsIsAnsweredByAPage() {
        Answer answer = VISIT.post("/console/roles/new", "a=1&".repeat(33_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isPage()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/console?x={a}, /console?x=%7Ba%7D",
        "/console/roles?q=a|b, /console/roles?q=a%7Cb",
        "/console/../admin, /console",
        "/console/%2e%2E/admin, /console",
        "/console/roles/.., /console",
        "/console/roles/a..b, /console/roles/a..b",
        "/console/users/x?at=position:7, /console/users/x?at=position:7",
        "/console/logout, /console",
        "/console/theme, /console",
        "/console/nowhere, /console",
        "/console/stale-form, /console",
        "/console/decisions/stream?since=1, /console",
        "/console/decisions/export?format=csv, /console",
        "/console/integrity/head.json, /console",
        "/console/integrity/keys.pem, /console",
        "/console/integrity/verify, /console"
    })
    void theWayBackLeadsToThePageThatWasAskedForAndNowhereElse(String back, String followed) {
        Answer answer = PlainVisit.signedIn("erin", back);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(followed);
        assertThat(VISIT.post("/console/theme", form("theme", "auto", "back", back))
                        .header("Location"))
                .endsWith(followed);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /console/roles, 'GET, HEAD'",
        "PATCH, /console/roles/editor, 'GET, HEAD'",
        "DELETE, /console/policies/large-invoices/edit, 'GET, HEAD, POST'",
        "PUT, /console/integrity/verify, POST",
        "POST, /console/decisions, 'GET, HEAD'"
    })
    void aMethodThatAnAddressDoesNotHaveIsSaidWithThoseThatItHas(String method, String path, String allowed) {
        Answer answer = method.equals("POST") ? VISIT.post(path, "a=b") : VISIT.send(method, path, "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.isPage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/roles/a%20b/delete",
                "/console/policies/%C3%A9/delete",
                "/console/users/a%3Fb",
                "/console/users/a%20b/roles/a%20b/revoke"
            })
    void whatNobodyIsNamedIsNotFound(String path) {
        assertThat(VISIT.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsNowhereIsNotFoundHoweverItIsAskedFor() {
        assertThat(VISIT.post("/console/nowhere", "a=b").status()).isEqualTo(404);
        assertThat(VISIT.send("PUT", "/console/nowhere", "").status()).isEqualTo(404);
        assertThat(VISIT.post("/console/simulate", "run=1").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"step=bogus", "step=SAVE", "step=save&step=look", "step=", "a=b"})
    void onlyTheButtonThatWritesWrites(String step) {
        String policy =
                form("id", "odd-step", "effect", "deny", "resourceType", "kites", "actions", "fly", "name", "odd-step");
        String page = People.named("/console/users/{quentin}");
        for (String path : List.of(
                "/console/policies/new",
                "/console/policies/large-invoices/edit",
                "/console/roles/new",
                "/console/roles/editor/edit",
                page + "/roles")) {
            Answer answer = VISIT.post(path, step + "&" + policy + "&role=translator&description=odd-words");

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.isPage()).isTrue();
        }
        assertThat(VISIT.get("/console/policies/odd-step").status()).isEqualTo(404);
        assertThat(VISIT.get("/console/roles/odd-step").status()).isEqualTo(404);
        assertThat(VISIT.get("/console/roles/editor").body()).doesNotContain("odd-words");
        assertThat(VISIT.get(page).body()).doesNotContain("Revoke<span class=\"visually-hidden\"> translator");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/policies/large-invoices/edit, update, save",
        "/console/policies/large-invoices/delete, delete, save",
        "/console/policies/large-invoices/edit, open, try",
        "/console/roles/editor/edit, update, save",
        "/console/roles/editor/delete, delete, save"
    })
    void whoMayNotWriteIsRefusedBeforeTheFormIsLookedAt(String path, String action, String step) {
        PlainVisit auditor = PlainVisit.of("erin");

        Answer answer = auditor.post(path, form("step", step, "was", "something old"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You may not see or do this").doesNotContain("name=\"was\"");
        Matcher recorded =
                Pattern.compile("href=\"(/console/decisions/[^\"]+)\"").matcher(answer.body());
        assertThat(recorded.find()).isTrue();
        assertThat(auditor.get(recorded.group(1)).body()).contains("deny", action);
    }
}
