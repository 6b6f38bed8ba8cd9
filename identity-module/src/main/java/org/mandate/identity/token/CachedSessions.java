package org.mandate.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.mandate.identity.UserId;
import org.mandate.identity.user.SessionRevocation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers from the database, remembered for a second; what ends on this node is forgotten the moment it is committed. */
@Component
class CachedSessions implements Sessions, SessionRevocation {

    private static final int MAX_REMEMBERED = 100_000;
    private static final int MAX_ID = 64;

    private final SessionStore store;
    private final Cache<String, Boolean> remembered = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(MAX_REMEMBERED)
            .build();

    CachedSessions(SessionStore store) {
        this.store = store;
    }

    @Override
    public boolean live(String session) {
        return session.length() <= MAX_ID && remembered.get(session, store::live);
    }

    @Override
    public void revokeAll(UserId user) {
        end(store.standing(user));
    }

    @Override
    public void revokeOthers(UserId user, String kept) {
        end(store.standing(user).stream()
                .filter(session -> !session.equals(kept))
                .toList());
    }

    void end(List<String> sessions) {
        store.end(sessions);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    remembered.invalidateAll(sessions);
                }
            });
        } else {
            remembered.invalidateAll(sessions);
        }
    }
}
