package org.mandate.identity.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
    private final Duration patience;
    private final Asking asking = new Asking();
    private final AsyncCache<String, Boolean> remembered = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(MAX_REMEMBERED)
            .buildAsync();

    CachedSessions(SessionStore store, TokenSettings settings) {
        this.store = store;
        this.patience = settings.patience();
    }

    /** All who ask for the same session at the same moment wait for one answer. */
    @Override
    public boolean live(String session) {
        return session.length() <= MAX_ID && Asking.answer(remembered.get(session, this::ask), patience);
    }

    private CompletableFuture<Boolean> ask(String session, Executor any) {
        return asking.ask(() -> store.live(session));
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
                    remembered.synchronous().invalidateAll(sessions);
                }
            });
        } else {
            remembered.synchronous().invalidateAll(sessions);
        }
    }
}
