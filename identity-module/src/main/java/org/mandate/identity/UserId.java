package org.mandate.identity;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** The identity of a user: an opaque string, a UUID unless an import brought another. */
public record UserId(String value) {

    /** The variant of a UUID stays, and the highest bits below it are free for what is added. */
    private static final long ROOM_TO_RISE = 0x8FFF_FFFF_FFFF_FFFFL;

    private static final long LONGEST_STEP = 1L << 30;

    public UserId {
        if (value.isBlank() || value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user id has 1 to 200 characters, none of them a control character");
        }
    }

    public static UserId random() {
        return new UserId(UUID.randomUUID().toString());
    }

    /**
     * Where the ids of many new users come from: random as a whole, rising among themselves, so that users who come in
     * together stand together in every index. Not for use by several threads.
     */
    public static Supplier<UserId> rising() {
        UUID first = UUID.randomUUID();
        SplittableRandom steps = new SplittableRandom(first.getMostSignificantBits());
        return new Supplier<>() {

            private long low = first.getLeastSignificantBits() & ROOM_TO_RISE;

            @Override
            public UserId get() {
                low += steps.nextLong(1, LONGEST_STEP);
                return new UserId(new UUID(first.getMostSignificantBits(), low).toString());
            }
        };
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
