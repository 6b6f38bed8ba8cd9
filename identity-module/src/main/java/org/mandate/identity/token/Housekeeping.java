package org.mandate.identity.token;

import java.util.concurrent.TimeUnit;
import org.mandate.identity.user.PasswordCheck;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets sessions, refresh tokens, signing keys and counted failures that mean nothing any more. */
@Component
class Housekeeping {

    private final SessionStore sessions;
    private final SigningKeyStore keys;
    private final PasswordCheck passwords;
    private final TransactionTemplate transaction;

    Housekeeping(
            SessionStore sessions,
            SigningKeyStore keys,
            PasswordCheck passwords,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.keys = keys;
        this.passwords = passwords;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void prune() {
        transaction.executeWithoutResult(status -> sessions.prune());
        transaction.executeWithoutResult(status -> keys.prune());
        transaction.executeWithoutResult(status -> passwords.forgetOldFailures());
    }
}
