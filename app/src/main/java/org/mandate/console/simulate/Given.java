package org.mandate.console.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.history.When;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.authorization.simulation.Sample;
import org.mandate.oversight.Names;

/**
 * What a simulation was narrowed to, as a name and what is said of it.
 * @param at the instant that it speaks of, where it speaks of one
 */
record Given(String name, String text, @Nullable Instant at) {

    static List<Given> of(AskedFor asked, Names names) {
        List<Given> given = new ArrayList<>();
        Sample sample = asked.sample();
        if (sample.from().isEmpty() && sample.to().isEmpty()) {
            given.add(new Given("Decisions", "all that are recorded", null));
        }
        sample.from().ifPresent(at -> given.add(new Given("Decisions from", "", at)));
        sample.to().ifPresent(at -> given.add(new Given("Decisions before", "", at)));
        add(given, "About", sample.subject().map(names::of));
        add(given, "Asked by", sample.requester().map(names::of));
        add(given, "Action", sample.action());
        add(given, "Type of resource", sample.resourceType());
        add(given, "Resource", sample.resource());
        add(given, "Decision", sample.allowed().map(allowed -> allowed ? "allow" : "deny"));
        add(given, "Channel", sample.channel());
        add(given, "Reason", sample.reason());
        given.add(asked.asOf()
                .map(Given::made)
                .orElseGet(() -> new Given("Changes made", "right before each decision", null)));
        return given;
    }

    private static Given made(When when) {
        return when.instant()
                .map(at -> new Given("Changes made", "", at))
                .orElseGet(() -> new Given("Changes made", "at " + when.text().replace(":", " "), null));
    }

    private static void add(List<Given> given, String name, Optional<String> text) {
        text.ifPresent(value -> given.add(new Given(name, value, null)));
    }
}
