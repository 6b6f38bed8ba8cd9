package org.mandate.authorization.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters in which only what matters is said. */
record Asked(
        @Nullable String subject,
        @Nullable String action,
        @Nullable String resourceType,
        @Nullable String resource,
        @Nullable Boolean allowed,
        @Nullable String requester,
        @Nullable String channel,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to) {

    static Asked all() {
        return new Asked(null, null, null, null, null, null, null, null, null, null);
    }

    Asked subject(String id) {
        return new Asked(id, action, resourceType, resource, allowed, requester, channel, reason, from, to);
    }

    Asked action(String name) {
        return new Asked(subject, name, resourceType, resource, allowed, requester, channel, reason, from, to);
    }

    Asked resourceType(String type) {
        return new Asked(subject, action, type, resource, allowed, requester, channel, reason, from, to);
    }

    Asked resource(String id) {
        return new Asked(subject, action, resourceType, id, allowed, requester, channel, reason, from, to);
    }

    Asked allowed(boolean wanted) {
        return new Asked(subject, action, resourceType, resource, wanted, requester, channel, reason, from, to);
    }

    Asked requester(String id) {
        return new Asked(subject, action, resourceType, resource, allowed, id, channel, reason, from, to);
    }

    Asked channel(String label) {
        return new Asked(subject, action, resourceType, resource, allowed, requester, label, reason, from, to);
    }

    Asked reason(String kind) {
        return new Asked(subject, action, resourceType, resource, allowed, requester, channel, kind, from, to);
    }

    Asked from(Instant instant) {
        return new Asked(subject, action, resourceType, resource, allowed, requester, channel, reason, instant, to);
    }

    Asked to(Instant instant) {
        return new Asked(subject, action, resourceType, resource, allowed, requester, channel, reason, from, instant);
    }

    DecisionFilters filters() {
        return new DecisionFilters(
                Optional.ofNullable(subject),
                Optional.ofNullable(action),
                Optional.ofNullable(resourceType),
                Optional.ofNullable(resource),
                Optional.ofNullable(allowed),
                Optional.ofNullable(requester),
                Optional.ofNullable(channel),
                Optional.ofNullable(reason),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
