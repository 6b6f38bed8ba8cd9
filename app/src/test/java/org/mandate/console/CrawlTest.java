package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.console.PlainVisit.Answer;
import org.springframework.web.util.HtmlUtils;

/** No page has a link that its visitor may not follow: all that can be reached from the first page is. */
class CrawlTest {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/console[^\"#]*)");

    /** What a script fills in before it shows it. */
    private static final Pattern UNFILLED = Pattern.compile("<template.*?</template>", Pattern.DOTALL);

    /** What differs between the pages of one kind: ids, positions, names, and whatever the query says. */
    private static final Pattern PARTICULAR = Pattern.compile(
            "(?<=/(?:users|roles|policies|decisions|changes|sessions|projections|simulate)/)[^/?]+|(?<==)[^&]*");

    private static final int MOST_OF_A_KIND = 8;
    private static final int MOST = 600;

    @BeforeAll
    static void joinThem() throws IOException, InterruptedException {
        var rest = new ManyPeople(ConsoleServer.base().getPort());
        rest.post("/admin/import", """
                {"roles":[{"name":"record-reader","permissions":["audit:read"]},
                          {"name":"past-reader","permissions":["history:read"]},
                          {"name":"delegate","permissions":["roles:assign","posts:read"]},
                          {"name":"role-writer","permissions":["roles:edit"]}]}""");
        for (var joins : Map.of(
                        "rita", "record-reader",
                        "pablo", "past-reader",
                        "dora", "delegate",
                        "rolf", "role-writer",
                        "mona", "moderator",
                        "uwe", "user")
                .entrySet()) {
            rest.post("/admin/users", """
                    {"username":"%1$s","email":"%1$s@example.org","password":"%2$s","roles":["%3$s"]}""".formatted(joins.getKey(), ConsoleServer.PASSWORD, joins.getValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "erin", "rita", "pablo", "dora", "rolf", "mona", "uwe"})
    void everyLinkLeadsToAPageThatOneMaySee(String visitor) {
        Map<String, String> linkedFrom = new HashMap<>(Map.of("/console", ""));
        Map<String, Integer> kinds = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/console"));
        List<String> broken = new ArrayList<>();
        PlainVisit visit = PlainVisit.of(visitor);
        int followed = 0;
        while (!open.isEmpty() && followed++ < MOST) {
            String path = open.remove();
            Answer answer = visit.get(path);
            // Why something cannot be done now stands beside the question, which is a page like any other.
            if (answer.status() >= 400 && answer.status() != 409) {
                broken.add(answer.status() + " at " + path + " from " + linkedFrom.get(path));
            }
            for (String next : links(answer)) {
                String kind = PARTICULAR.matcher(next).replaceAll("*");
                if (linkedFrom.putIfAbsent(next, path) == null
                        && kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
                    open.add(next);
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(followed).as("pages that were opened").isGreaterThan(1).isLessThan(MOST);
    }

    private static List<String> links(Answer answer) {
        Stream<String> linked = LINK.matcher(UNFILLED.matcher(answer.body()).replaceAll(""))
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)));
        return Stream.concat(Stream.of(answer.header("Location")).filter(to -> !to.isEmpty()), linked)
                .toList();
    }
}
