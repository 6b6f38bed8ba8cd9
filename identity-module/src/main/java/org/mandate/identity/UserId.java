package org.mandate.identity;

import java.util.UUID;

/** The identity of a user: an opaque string, a UUID unless an import brought another. */
public record UserId(String value) {

    public UserId {
        if (value.isBlank() || value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user id has 1 to 200 characters, none of them a control character");
        }
    }

    public static UserId random() {
        return new UserId(UUID.randomUUID().toString());
    }

    /** The event stream of this user. Prefixed, since streams of all kinds share one key in the store. */
    public String stream() {
        return "user:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
