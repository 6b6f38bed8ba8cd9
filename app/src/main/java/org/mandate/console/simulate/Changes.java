package org.mandate.console.simulate;

import org.jspecify.annotations.Nullable;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The list of changes that is being put together, as the API takes it. */
record Changes(ArrayNode list) {

    /** The field that it travels in. */
    static final String FIELD = "changes";

    private static final String RULE = "must be a JSON list of changes";

    /** Reads what stands in the field; nothing is an empty list. */
    static Changes read(String text) {
        if (text.isBlank()) {
            return new Changes(JsonNodeFactory.instance.arrayNode());
        }
        try {
            if (StrictJson.mapper().readTree(text) instanceof ArrayNode list) {
                return new Changes(list);
            }
        } catch (JacksonException notJson) {
            throw refused(RULE + place(notJson.getLocation()));
        }
        throw refused(RULE);
    }

    /** Those that somebody asked for. */
    static Changes of(AskedFor asked) {
        return new Changes(StrictJson.mapper().valueToTree(asked.changes()));
    }

    private static ProblemFound refused(String why) {
        return Problem.invalid(FIELD, why).found();
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "; line " + location.getLineNr() + ", column " + location.getColumnNr() + " is no JSON";
    }

    Changes with(JsonNode change) {
        return new Changes(list.deepCopy().add(change));
    }

    /** Without the change at this place; the same where there is none. */
    Changes without(String index) {
        ArrayNode rest = list.deepCopy();
        if (index.matches("\\d{1,6}") && Integer.parseInt(index) < rest.size()) {
            rest.remove(Integer.parseInt(index));
        }
        return new Changes(rest);
    }

    /** As a person would write it; nothing where nothing is changed. */
    String text() {
        return list.isEmpty()
                ? ""
                : StrictJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }
}
