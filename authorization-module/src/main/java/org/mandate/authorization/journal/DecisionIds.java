package org.mandate.authorization.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that rise with time, so that new records land together in the index: UUIDs of version 7. */
final class DecisionIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();

    String next(Instant at) {
        var high = (at.toEpochMilli() << 16) | VERSION_7 | (random.nextInt() & 0x0FFFL);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new UUID(high, low).toString();
    }
}
