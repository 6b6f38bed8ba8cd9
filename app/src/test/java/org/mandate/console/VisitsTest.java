package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mandate.console.PlainVisit.Answer;

/** A visit from its sign-in to its end: what it leaves behind, and what does not outlast it. */
class VisitsTest {

    private static Answer theme(PlainVisit visit, String mark) {
        return visit.send("POST", "/console/theme", form("_csrf", mark, "theme", "auto"));
    }

    @Test
    void noFormOutlastsTheVisitThatItsPageWasSeenIn() {
        PlainVisit browser = PlainVisit.of("admin");
        String before = browser.get("/console/me").field("_csrf");
        assertThat(browser.post("/console/logout", "a=b").status()).isEqualTo(302);
        assertThat(theme(browser, before).status()).isEqualTo(403);
        String between = browser.get("/console/login").field("_csrf");
        assertThat(theme(browser, between).status()).isEqualTo(302);

        assertThat(browser.signIn("erin", "/console").status()).isEqualTo(302);

        assertThat(theme(browser, before).status()).isEqualTo(403);
        assertThat(theme(browser, between).status()).isEqualTo(403);
        assertThat(theme(browser, browser.get("/console/me").field("_csrf")).status())
                .isEqualTo(302);
    }

    @Test
    void whoseVisitHasEndedIsLedBackToTheFormAndToldThatNothingWasSaved() {
        PlainVisit browser = PlainVisit.of("admin");
        String mark = browser.get("/console/me").field("_csrf");
        browser.forget("mandate_console");

        Answer edit = browser.send("POST", "/console/roles/editor/edit", form("_csrf", mark, "description", "typed"));
        Answer wake = browser.send(
                "POST", People.named("/console/users/{quentin}/reactivate"), form("_csrf", mark, "a", "b"));
        Answer leave = browser.send("POST", "/console/logout", form("_csrf", mark));

        assertThat(edit.header("Location")).endsWith("/console/login?back=%2Fconsole%2Froles%2Feditor%2Fedit&unsaved");
        assertThat(wake.header("Location")).contains("%2Fusers%2F" + People.id("quentin") + "&unsaved");
        assertThat(leave.header("Location")).doesNotContain("unsaved");
        Answer door = browser.get(edit.header("Location").replaceFirst("https?://[^/]+", ""));
        assertThat(door.body()).contains("what you typed was not saved");
        assertThat(door.field("back")).isEqualTo("/console/roles/editor/edit");
        assertThat(browser.get("/console/login").body()).doesNotContain("not saved");
    }

    @Test
    void nothingIsLeftToFailOnceASessionHasBegun() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort()).post("/admin/users", """
                {"username":"vera","email":"vera@example.org","password":"%s"}""".formatted(ConsoleServer.PASSWORD));

        assertThat(PlainVisit.signedIn("vera", "/console").status()).isEqualTo(302);

        assertThat(PlainVisit.of("admin").get("/console/decisions?subject=vera").body())
                .contains("No decision matches");
    }
}
