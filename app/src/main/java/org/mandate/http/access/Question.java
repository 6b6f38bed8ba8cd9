package org.mandate.http.access;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.Network;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/** An evaluation request. Members that the standard does not know are ignored; those that it knows have its types. */
public record Question(
        SubjectId subject,
        Map<String, Object> subjectProperties,
        Action action,
        Resource resource,
        Map<String, Object> context) {

    static Question of(JsonNode body) {
        JsonNode subject = entity(body, "subject");
        JsonNode action = entity(body, "action");
        JsonNode resource = entity(body, "resource");
        return new Question(
                new SubjectId(text(subject, "subject", "type"), text(subject, "subject", "id")),
                properties(subject, "subject"),
                new Action(text(action, "action", "name"), properties(action, "action")),
                new Resource(
                        text(resource, "resource", "type"),
                        text(resource, "resource", "id"),
                        properties(resource, "resource")),
                members(body, "context", "context"));
    }

    /** Whether the caller wants to know why. */
    boolean explain() {
        return Boolean.TRUE.equals(context.get("explain"));
    }

    /** The address of the one who is asked about, as the caller says it; empty where it is none. */
    Optional<String> ip() {
        return ip(context);
    }

    /** The address that a context names; empty where it is none. */
    public static Optional<String> ip(Map<String, Object> context) {
        return Optional.ofNullable(context.get("ip"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(ip -> !ip.contains("/"))
                .flatMap(Network::parse)
                .map(Network::toString)
                .map(block -> block.substring(0, block.indexOf('/')));
    }

    static JsonNode entity(JsonNode body, String name) {
        JsonNode entity = body.path(name);
        if (AccessBody.absent(entity)) {
            throw Problem.invalid(name, "is required").found();
        }
        if (!entity.isObject()) {
            throw Problem.invalid(name, "must be an object").found();
        }
        return entity;
    }

    static String text(JsonNode entity, String entityName, String name) {
        String path = entityName + "." + name;
        JsonNode text = entity.path(name);
        if (AccessBody.absent(text)) {
            throw Problem.invalid(path, "is required").found();
        }
        if (!text.isString()) {
            throw Problem.invalid(path, "must be a string").found();
        }
        return PlainJson.text(text.stringValue(), path);
    }

    static Map<String, Object> properties(JsonNode entity, String entityName) {
        return members(entity, "properties", entityName + ".properties");
    }

    static Map<String, Object> members(JsonNode parent, String name, String path) {
        JsonNode members = parent.path(name);
        if (AccessBody.absent(members)) {
            return Map.of();
        }
        if (!members.isObject()) {
            throw Problem.invalid(path, "must be an object").found();
        }
        return PlainJson.object(members, path);
    }
}
