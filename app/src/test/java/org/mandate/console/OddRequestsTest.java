package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import java.util.List;
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
        "/console/roles/a..b, /console/roles/a..b"
    })
    void theWayBackLeadsToThePageThatWasAskedForAndNowhereElse(String back, String followed) {
        Answer answer = PlainVisit.signedIn("erin", back);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(followed);
        assertThat(VISIT.post("/console/theme", form("theme", "auto", "back", back))
                        .header("Location"))
                .endsWith(followed);
    }
}
