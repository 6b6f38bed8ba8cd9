package org.mandate.console.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.console.Fields;
import org.mandate.console.Link;
import org.mandate.http.problem.Problem;

/** What the search for decisions is narrowed to, as the fields of its form say. */
record Filters(Fields fields) {

    private static final String[] NAMES = {
        "subject", "action", "resourceType", "resource", "decision", "requester", "channel", "reason", "from", "to"
    };

    DecisionFilters asked(UnaryOperator<String> subjects) {
        return new DecisionFilters(
                fields.optional("subject").map(subjects),
                fields.optional("action"),
                fields.optional("resourceType"),
                fields.optional("resource"),
                fields.optional("decision").map(Filters::isAllow),
                fields.optional("requester").map(subjects),
                fields.optional("channel"),
                fields.optional("reason"),
                fields.instant("from"),
                fields.instant("to"));
    }

    private static boolean isAllow(String decision) {
        return switch (decision) {
            case "allow" -> true;
            case "deny" -> false;
            default ->
                throw Problem.invalid("decision", "must be `allow` or `deny`").found();
        };
    }

    Link link(String path) {
        Link link = Link.to(path);
        given().forEach((name, value) -> link.with(name, Optional.of(value)));
        return link;
    }

    /** The same for what speaks the words of the API: ids of subjects, instants with a zone. */
    Link api(String path, UnaryOperator<String> subjects) {
        Link link = Link.to(path);
        given().forEach((name, value) -> link.with(name, Optional.of(spoken(name, value, subjects))));
        return link;
    }

    private String spoken(String name, String value, UnaryOperator<String> subjects) {
        return switch (name) {
            case "subject", "requester" -> subjects.apply(value);
            case "from", "to" -> fields.instant(name).orElseThrow().toString();
            default -> value;
        };
    }

    /** Those that say something. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            fields.optional(name).ifPresent(value -> given.put(name, value));
        }
        return given;
    }
}
