package org.mandate.console.simulate;

import java.util.List;
import org.mandate.authorization.SubjectId;
import org.mandate.console.Fields;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is filled in for one choice, by the names that its fields have behind its key. */
record Filled(Choice choice, Fields form, Users users) {

    private static final String TAKE = "take";

    /** What the catalogue calls several of the kind: of attributes, it depends on whose they are. */
    String kind() {
        if (!choice.kind().isEmpty()) {
            return choice.kind();
        }
        return isOfUser() ? "subjects" : "entities";
    }

    boolean takes() {
        return text("do").equals(TAKE);
    }

    String type() {
        return form.optional(choice.field("type")).orElse(SubjectId.USER);
    }

    boolean isOfUser() {
        return type().equals(SubjectId.USER);
    }

    String text(String name) {
        return form.text(choice.field(name));
    }

    String required(String name) {
        return form.required(choice.field(name));
    }

    List<String> list(String name) {
        return form.list(choice.field(name));
    }

    List<String> several(String name) {
        required(name);
        return list(name);
    }

    /** The id of the user who is named; nobody's name is a fault. */
    String user(String name) {
        String named = required(name);
        return users.id(named)
                .orElseThrow(() -> Problem.invalid(choice.field(name), "there is no user `" + named + "`")
                        .found());
    }

    int number(String name) {
        String text = form.optional(choice.field(name)).orElse("1");
        if (!text.matches("\\d{1,6}")) {
            throw Problem.invalid(choice.field(name), "must be a whole number").found();
        }
        return Integer.parseInt(text);
    }

    /** A number, a truth value, a list or an object where it is one in JSON, and else the text as it stands. */
    JsonNode value(String name) {
        String text = required(name);
        try {
            JsonNode value = StrictJson.mapper().readTree(text);
            return value.isNull() || value.isMissingNode() ? JsonNodeFactory.instance.stringNode(text) : value;
        } catch (JacksonException plain) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
