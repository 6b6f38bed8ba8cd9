package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.GrantPermission;
import org.mandate.authorization.role.RetireRole;
import org.mandate.authorization.role.RevokePermission;
import org.mandate.console.PlainVisit.Answer;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangeAttributes;
import org.springframework.web.util.HtmlUtils;

/** Lists that are longer than a page, and what narrows them. */
class ListsTest {

    private static final Pattern NEXT = Pattern.compile("<a[^>]*href=\"([^\"]*)\" rel=\"next\"");

    private final PlainVisit visit = PlainVisit.of("admin");
    private final SystemGateway system = ConsoleServer.bean(SystemGateway.class);

    private static Optional<String> next(Answer page) {
        return NEXT.matcher(page.body())
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .findFirst();
    }

    private static List<String> found(String pattern, Answer page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What the pages of a list show, page by page. */
    private List<List<String>> pages(String first, String pattern) {
        List<List<String>> pages = new ArrayList<>();
        Optional<String> link = Optional.of(first);
        while (link.isPresent()) {
            Answer page = visit.get(link.get());
            assertThat(page.status()).isEqualTo(200);
            pages.add(found(pattern, page));
            link = next(page);
        }
        return pages;
    }

    @Test
    void theHistoryOfARoleIsShownNewestFirstPageByPage() {
        system.send(new DefineRole("wavering", "", Set.of(), Set.of()));
        for (int turn = 0; turn < 60; turn++) {
            system.send(
                    turn % 2 == 0
                            ? new GrantPermission("wavering", "waves" + turn + ":*")
                            : new RevokePermission("wavering", "waves" + (turn - 1) + ":*"));
        }
        List<String> expected = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(turn -> turn % 2 == 0 ? "+ waves" + turn + ":*" : "- waves" + (turn - 1) + ":*")
                .toList());
        Collections.reverse(expected);

        List<List<String>> pages = pages("/console/roles/wavering", "<span class=\"diff-[a-z]+\">([^<]*)</span>");

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).isEqualTo(expected.subList(0, 50));
        assertThat(pages.get(1)).isEqualTo(expected.subList(50, 60));
        system.send(new RetireRole("wavering"));
    }

    @Test
    void policiesAreFoundByWordsAndEffectPageByPage() {
        List<String> ids =
                IntStream.range(0, 60).mapToObj("tide-%02d"::formatted).toList();
        ids.forEach(id -> system.send(new PutPolicy(
                id,
                "Of the Ebb",
                id.endsWith("7") ? "allow" : "deny",
                id.equals("tide-33") ? "harbours" : "ships",
                List.of("sail"),
                List.of(),
                Optional.empty())));
        String row = "href=\"/console/policies/(tide-[0-9]+)\"";

        List<List<String>> all = pages("/console/policies?q=TIDE-", row);
        assertThat(all).hasSize(2);
        assertThat(all.get(0)).isEqualTo(ids.subList(0, 50));
        assertThat(all.get(1)).isEqualTo(ids.subList(50, 60));
        assertThat(pages("/console/policies?q=of+the+ebb", row)).isEqualTo(all);
        assertThat(pages("/console/policies?q=harbours", row)).containsExactly(List.of("tide-33"));
        assertThat(pages("/console/policies?q=tide-&effect=allow", row))
                .containsExactly(List.of("tide-07", "tide-17", "tide-27", "tide-37", "tide-47", "tide-57"));
        assertThat(pages("/console/policies?q=tide-&effect=allow&after=tide-27", row))
                .containsExactly(List.of("tide-37", "tide-47", "tide-57"));
        List<List<String>> denied = pages("/console/policies?q=tide-&effect=deny", row);
        assertThat(denied).extracting(List::size).containsExactly(50, 4);
        assertThat(pages("/console/policies?q=no-such-tide", row)).containsExactly(List.of());
        ids.forEach(id -> system.send(new RetirePolicy(id)));
    }

    @Test
    void changesAreFoundByTheRoleThatTheyAreOf() {
        system.send(new DefineRole("changing", "", Set.of(), Set.of()));
        visit.post(
                "/console/roles/changing/edit",
                form(
                        "step",
                        "save",
                        "was",
                        visit.get("/console/roles/changing/edit").field("was"),
                        "description",
                        "changed"));

        Answer changes = visit.get("/console/changes?role=changing");

        assertThat(found("<td data-label=\"(What)\"", changes)).hasSize(2);
        assertThat(changes.body()).contains("value=\"changing\"");
        assertThat(visit.get("/console/changes?role=changing&policy=x").status())
                .isEqualTo(400);
        system.send(new RetireRole("changing"));
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefusedWithAReason() {
        String times = "from=2026-11-22T12:00&to=2026-11-22T12:00";
        for (String list : List.of("/console/decisions?", "/console/changes?")) {
            Answer page = visit.get(list + times);

            assertThat(page.status()).as(list).isEqualTo(400);
            assertThat(page.body()).as(list).contains("must be after", "id=\"to-fault\"");
        }
    }

    @Test
    void anExportOfNoKnownFormIsRefused() {
        assertThat(visit.get("/console/decisions/export?format=xml").status()).isEqualTo(400);
        assertThat(visit.get("/console/decisions/export?format=csv").status()).isEqualTo(200);
    }

    @Test
    void aNameThatNobodyHasIsToldFromOneOfWhichNothingMatches() {
        assertThat(visit.get("/console/changes?subject=nosuch").body()).contains("There is no user nosuch");
        assertThat(visit.get("/console/changes?by=nosuch").body()).contains("There is no user nosuch");
        assertThat(visit.get("/console/changes?role=nosuch").body()).contains("There is no role nosuch");
        assertThat(visit.get("/console/changes?policy=nosuch").body()).contains("There is no policy nosuch");
        assertThat(visit.get("/console/changes?subject=alice&type=UserErased").body())
                .contains("No change matches");
    }

    @Test
    void decisionsAreFoundWithoutThoseOfTheConsole() {
        String all = visit.get("/console/decisions").body();
        String rest = visit.get("/console/decisions?channel=!console").body();

        assertThat(all).contains("browse").contains("Without the console");
        assertThat(found("<span class=\"name\">([^<]*)</span>", visit.get("/console/decisions?channel=!console")))
                .isNotEmpty()
                .doesNotContain("read-names");
        assertThat(rest).contains("any but the console");
        assertThat(visit.get("/console/decisions?channel=!nowhere").status()).isEqualTo(400);
    }

    @Test
    void whatTurnsTheDirectionTurnsNothingOnAPage() {
        Answer answer = visit.get("/console/ask?subject=alice&action=x%E2%80%AEderit&resourceType=posts&resource=7");

        assertThat(answer.body().replaceAll("<input[^>]*>", ""))
                .contains("U+202E</code>derit")
                .doesNotContain("\u202E");
    }

    @Test
    void attributesAreShownAsJson() {
        UserId sven = new UserId(People.id("sven"));
        Map<String, Object> nested = Map.of("desk", Map.of("rooms", List.of(1, 2)), "team", "press");
        system.send(new ChangeAttributes(sven, nested));
        String json = "{&quot;rooms&quot;:[1,2]}";

        assertThat(visit.get("/console/users/" + sven).body()).contains(json, ">press<");
        assertThat(visit.get("/console/changes?subject=sven").body()).contains(json);
    }
}
