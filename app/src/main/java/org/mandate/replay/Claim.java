package org.mandate.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the other nodes of a cluster from building the same table. It runs out by itself where its node is gone. */
final class Claim {

    private static final Duration LASTS = Duration.ofMinutes(2);
    private static final Duration KEPT_EVERY = Duration.ofSeconds(10);
    private static final String NODE = UUID.randomUUID().toString();

    private final String view;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Instant kept = Instant.MIN;

    Claim(String view, JdbcClient jdbc, Clock clock) {
        this.view = view;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean take() {
        Instant now = clock.instant();
        kept = now;
        if (takeOver(now)) {
            return true;
        }
        try {
            return jdbc.sql("INSERT INTO replay_claim (view_name, node, until) VALUES (?, ?, ?)")
                            .params(view, NODE, now.plus(LASTS).atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private boolean takeOver(Instant now) {
        return jdbc.sql("UPDATE replay_claim SET node = ?, until = ? WHERE view_name = ? AND (until < ? OR node = ?)")
                        .params(
                                NODE,
                                now.plus(LASTS).atOffset(ZoneOffset.UTC),
                                view,
                                now.atOffset(ZoneOffset.UTC),
                                NODE)
                        .update()
                == 1;
    }

    /** Go on holding it. */
    void keep() {
        Instant now = clock.instant();
        if (Duration.between(kept, now).compareTo(KEPT_EVERY) < 0) {
            return;
        }
        kept = now;
        if (!takeOver(now)) {
            throw new IllegalStateException("another node has begun to build `" + view + "`");
        }
    }

    void release() {
        jdbc.sql("DELETE FROM replay_claim WHERE view_name = ? AND node = ?")
                .params(view, NODE)
                .update();
    }
}
