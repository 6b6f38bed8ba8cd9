package org.mandate.content;

import java.util.UUID;

/** The identity of a post. */
public record PostId(String value) {

    public PostId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a post id has 1 to 100 characters");
        }
    }

    public static PostId random() {
        return new PostId(UUID.randomUUID().toString());
    }

    /** The event stream of this post. Prefixed, since streams of all kinds share one key in the store. */
    public String stream() {
        return "post:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
