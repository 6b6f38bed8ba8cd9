package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a handful of conditions mean, each said again in Java; empty where a condition cannot be judged. */
final class NaiveConditions {

    private static final Instant TURN = Instant.parse("2026-03-01T01:00:00Z");

    private static final Map<String, Function<NaiveConditions, Optional<Boolean>>> MEANINGS = Map.of(
            "true",
            c -> Optional.of(true),
            "resource.attributes.owner == subject.id",
            c -> text(c.resource.get("owner"))
                    .map(owner -> owner.equals(c.request.subject().id())),
            "subject.attributes.level >= 2",
            c -> number(c.subject.get("level")).map(level -> level >= 2),
            "context.mfa",
            c -> truth(c.request.context().get("mfa")),
            "ipIn(context.ip, '10.0.0.0/8')",
            c -> c.request.ip().map(NaiveConditions::isTen),
            "context.now >= timestamp('2026-03-01T01:00:00Z')",
            c -> Optional.of(!c.now.isBefore(TURN)),
            "resource.attributes.level < subject.attributes.level || context.mfa",
            c -> either(
                    number(c.resource.get("level"))
                            .flatMap(one -> number(c.subject.get("level")).map(other -> one < other)),
                    truth(c.request.context().get("mfa"))),
            "resource.type == 'posts' && subject.type == 'user' && action.name != 'delete'",
            c -> Optional.of(c.request.resource().type().equals("posts")
                    && c.request.subject().type().equals("user")
                    && !c.request.action().name().equals("delete")));

    static final List<String> ALL = MEANINGS.keySet().stream().sorted().toList();

    private final AccessRequest request;
    private final Instant now;
    private final Map<String, Object> subject;
    private final Map<String, Object> resource;

    NaiveConditions(Map<String, Map<String, Object>> stored, AccessRequest request, Instant now) {
        this.request = request;
        this.now = now;
        this.subject = new HashMap<>(stored.getOrDefault(
                request.subject().type() + "/" + request.subject().id(), Map.of()));
        this.subject.putAll(request.subjectProperties());
        this.resource = new HashMap<>(stored.getOrDefault(
                request.resource().type() + "/" + request.resource().id(), Map.of()));
        this.resource.putAll(request.resource().properties());
    }

    Optional<Boolean> judge(@Nullable String condition) {
        return condition == null ? Optional.of(true) : MEANINGS.get(condition).apply(this);
    }

    private static boolean isTen(String ip) {
        return ip.startsWith("10.") || ip.startsWith("::ffff:10.");
    }

    private static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
        if (one.orElse(false) || other.orElse(false)) {
            return Optional.of(true);
        }
        return one.isPresent() && other.isPresent() ? Optional.of(false) : Optional.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> number(@Nullable Object value) {
        return value instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    private static Optional<Boolean> truth(@Nullable Object value) {
        return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
    }
}
