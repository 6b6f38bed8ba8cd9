package org.mandate.authorization.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A history and the decisions that were taken on it, as a file that is kept for ever has them. */
record GoldenHistory(Chronicle chronicle, List<Recorded> decisions) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PACKAGES =
            List.of("org.mandate.authorization.event.", "org.mandate.content.event.", "org.mandate.identity.event.");

    static GoldenHistory read(Path file) throws IOException {
        Chronicle chronicle = new Chronicle();
        List<Recorded> decisions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            if (node.has("event")) {
                chronicle.then(event(node));
            } else {
                decisions.add(JSON.treeToValue(node, Recorded.class));
            }
        }
        return new GoldenHistory(chronicle, decisions);
    }

    /** A decision as a line of the file has it. */
    record Recorded(
            long position,
            String at,
            String subjectType,
            String subjectId,
            Map<String, Object> subjectProperties,
            String action,
            String resourceType,
            String resourceId,
            Map<String, Object> resourceProperties,
            Map<String, Object> context,
            String requirement,
            List<String> scopes,
            String ip,
            String username,
            boolean allowed,
            List<Reason> reasons) {

        static Recorded of(AccessRequest request, Instant at, Decision decision) {
            return new Recorded(
                    decision.position(),
                    at.toString(),
                    request.subject().type(),
                    request.subject().id(),
                    request.subjectProperties(),
                    request.action().name(),
                    request.resource().type(),
                    request.resource().id(),
                    request.resource().properties(),
                    request.context(),
                    request.requirement().toString(),
                    request.scopes()
                            .map(held -> held.stream().sorted().toList())
                            .orElse(List.of("none")),
                    request.ip().orElse(""),
                    request.username().orElse(""),
                    decision.allowed(),
                    decision.reasons());
        }

        AccessRequest request() {
            return new AccessRequest(
                    new SubjectId(subjectType, subjectId),
                    subjectProperties,
                    Action.of(action),
                    new Resource(resourceType, resourceId, resourceProperties),
                    context,
                    Requirement.parse(requirement),
                    scopes.equals(List.of("none")) ? Optional.empty() : Optional.of(Set.copyOf(scopes)),
                    Optional.of(ip).filter(text -> !text.isEmpty()),
                    Optional.of(username).filter(text -> !text.isEmpty()));
        }
    }

    private static Object event(JsonNode node) {
        for (String name : PACKAGES) {
            try {
                return JSON.treeToValue(
                        node.path("event"),
                        Class.forName(name + node.path("name").asString()));
            } catch (ClassNotFoundException e) {
                // One of the other packages has it.
            }
        }
        throw new IllegalStateException("no event is named " + node.path("name"));
    }
}
