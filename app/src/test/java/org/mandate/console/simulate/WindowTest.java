package org.mandate.console.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.simulation.SimulationDocument;
import org.mandate.oversight.Names;

/** A simulation that is run again asks for the same, and its list says what it asks. */
class WindowTest {

    private static final Names NAMES = new Names(Map.of("u-1", "carol"));
    private static final Users USERS = named -> Optional.of("u-1").filter(id -> named.equals("carol"));
    private static final String LIST = "[{\"remove\":{\"policies\":[{\"id\":\"freeze\"}]}}]";

    @Test
    void comesBackToTheFieldsAsItWasAskedFor() {
        Fields form = Fields.none()
                .with("changes", Changes.read(LIST).text())
                .with("from", "2026-11-03T00:00")
                .with("to", "2026-11-04T12:30:15")
                .with("subject", "carol")
                .with("requester", "somebody-else")
                .with("action", "read")
                .with("resourceType", "posts")
                .with("resource", "42")
                .with("decision", "deny")
                .with("channel", "http")
                .with("reason", "role")
                .with("asOf", "position:7");

        var document = Window.document(Changes.read(form.text("changes")), form, USERS);

        assertThat(document.path("decisions").path("subject").asString()).isEqualTo("u-1");
        assertThat(document.path("decisions").path("from").asString()).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(Window.fields(SimulationDocument.command(document).asked(), NAMES))
                .isEqualTo(form);
    }

    @Test
    void saysWhatItIsNarrowedTo() {
        var all = Window.document(Changes.read(LIST), Fields.none(), USERS);
        var some = Window.document(
                Changes.read(LIST),
                Fields.none()
                        .with("to", "2026-11-04T12:30")
                        .with("subject", "carol")
                        .with("asOf", "position:7"),
                USERS);

        assertThat(given(all))
                .containsExactly("Decisions all that are recorded", "Changes made right before each decision");
        assertThat(given(some))
                .containsExactly("Decisions before 2026-11-04T12:30:00Z", "About carol", "Changes made at position 7");
    }

    private static List<String> given(tools.jackson.databind.JsonNode document) {
        return Given.of(SimulationDocument.command(document).asked(), NAMES).stream()
                .map(one -> one.name() + " " + (one.at() == null ? one.text() : one.at()))
                .toList();
    }

    @Test
    void listsChangesAndLosesOne() {
        Changes list = Changes.read(LIST);
        Changes two = list.with(Changes.read("[{\"put\":{}}]").list().get(0));

        assertThat(summary(two)).isEqualTo("Delete the policy freeze, and 1 more");
        assertThat(summary(two.without("0"))).isEqualTo("Change nothing");
        assertThat(two.without("2").list()).isEqualTo(two.list());
        assertThat(two.without("x").list()).isEqualTo(two.list());
        assertThat(list.without("0").text()).isEmpty();
        assertThat(Changes.read(" ").text()).isEmpty();
    }

    private static String summary(Changes changes) {
        return Composed.of(changes, FormFaults.NONE, NAMES).summary().text();
    }

    @Test
    void namesThePlaceWhereAListIsNoJson() {
        assertThatThrownBy(() -> Changes.read("[\n  {\"put\": }]"))
                .isInstanceOf(ProblemFound.class)
                .hasMessageContaining("must be a JSON list of changes; line 2, column");
        assertThatThrownBy(() -> Changes.read("{}")).hasMessageContaining("must be a JSON list of changes");
    }
}
