package org.mandate.http.access;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.Sought;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A search as it was asked. Of what is looked for only the type counts; an id that comes with it is ignored, and of its
 * properties those that are stored are judged.
 */
record SearchRequest(Sought sought, Map<String, Object> context, PageRequest page) {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** What is looked for. */
    enum Kind {
        SUBJECT,
        RESOURCE,
        ACTION
    }

    /** @param resolved who a subject is that is named in another way than by id */
    static SearchRequest of(Kind kind, JsonNode body, UnaryOperator<SubjectId> resolved) {
        Sought sought = switch (kind) {
            case SUBJECT -> new Sought.Subjects(typeOf(body, "subject"), action(body), resource(body));
            case RESOURCE ->
                new Sought.Resources(
                        subject(body, resolved), subjectProperties(body), action(body), typeOf(body, "resource"));
            case ACTION -> new Sought.Actions(subject(body, resolved), subjectProperties(body), resource(body));
        };
        return new SearchRequest(sought, Question.members(body, "context", "context"), PageRequest.of(body));
    }

    /** What it asks, in a form that does not vary from page to page. */
    String question() {
        Map<String, Object> asked =
                Map.of("kind", sought.getClass().getSimpleName(), "sought", sought, "context", context);
        return CANONICAL.writeValueAsString(asked);
    }

    Paging paging() {
        return page.paging(question());
    }

    private static String typeOf(JsonNode body, String name) {
        JsonNode entity = Question.entity(body, name);
        Question.properties(entity, name);
        return Question.text(entity, name, "type");
    }

    private static SubjectId subject(JsonNode body, UnaryOperator<SubjectId> resolved) {
        JsonNode subject = Question.entity(body, "subject");
        return resolved.apply(
                new SubjectId(Question.text(subject, "subject", "type"), Question.text(subject, "subject", "id")));
    }

    private static Map<String, Object> subjectProperties(JsonNode body) {
        return Question.properties(body.path("subject"), "subject");
    }

    private static Action action(JsonNode body) {
        JsonNode action = Question.entity(body, "action");
        return new Action(Question.text(action, "action", "name"), Question.properties(action, "action"));
    }

    private static Resource resource(JsonNode body) {
        JsonNode resource = Question.entity(body, "resource");
        return new Resource(
                Question.text(resource, "resource", "type"),
                Question.text(resource, "resource", "id"),
                Question.properties(resource, "resource"));
    }
}
