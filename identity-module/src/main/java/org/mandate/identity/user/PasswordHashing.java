package org.mandate.identity.user;

import java.text.Normalizer;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane. A hash costs a tenth of a second of a core on purpose, so at most two
 * run at once and few wait: otherwise signing in would be the way to bring the service down.
 */
@Component
class PasswordHashing {

    private static final int PARALLEL = 2;
    private static final int WAITING = 64;
    // these hold a database connection while they wait
    private static final int WAITING_IN_TRANSACTION = 6;
    private static final long PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final Semaphore slots = new Semaphore(PARALLEL, true);
    private final String decoy = argon2.encode(UUID.randomUUID().toString());

    /** No slot came free in time. */
    static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    String hash(String password) {
        return inSlot(WAITING_IN_TRANSACTION, () -> argon2.encode(normal(password)));
    }

    boolean matchesInTransaction(String password, String hash) {
        return inSlot(WAITING_IN_TRANSACTION, () -> argon2.matches(normal(password), hash));
    }

    boolean matches(String password, String hash) {
        return inSlot(WAITING, () -> argon2.matches(normal(password), hash));
    }

    /** A hash of the same parameters that no password has: an unknown user costs what a known one does. */
    String decoy() {
        return decoy;
    }

    private <T> T inSlot(int waiting, Supplier<T> work) {
        if (slots.getQueueLength() >= waiting) {
            throw new Busy();
        }
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
