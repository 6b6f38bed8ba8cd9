package org.mandate.http.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;

/** Writes a stream to its follower until the follower is gone or may see it no longer, or the node stops. */
final class Following {

    /** How long one look at the journal waits for something to come in. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final LiveStream stream;
    private final BooleanSupplier running;
    private final long heartbeatNanos;

    Following(LiveStream stream, BooleanSupplier running) {
        this(stream, running, HEARTBEAT_NANOS);
    }

    Following(LiveStream stream, BooleanSupplier running, long heartbeatNanos) {
        this.stream = stream;
        this.running = running;
        this.heartbeatNanos = heartbeatNanos;
    }

    /** What may be done in one turn. */
    private enum Turn {
        READ,
        WAIT,
        END
    }

    void write(OutputStream out) throws IOException, InterruptedException {
        out.write(ALIVE);
        out.flush();
        var lastWritten = System.nanoTime();
        for (var turn = turn(); turn != Turn.END; turn = turn()) {
            var entries = turn == Turn.READ ? stream.feed().next(PATIENCE) : pause();
            for (var entry : entries) {
                out.write(event(entry, stream.told().apply(entry)));
            }
            if (entries.isEmpty() && System.nanoTime() - lastWritten > heartbeatNanos) {
                out.write(ALIVE);
            } else if (entries.isEmpty()) {
                continue;
            }
            out.flush();
            lastWritten = System.nanoTime();
        }
    }

    /** While this node cannot tell whether the follower may see more, nothing is shown and nothing is broken off. */
    private Turn turn() {
        try {
            return running.getAsBoolean() && stream.allowed().getAsBoolean() ? Turn.READ : Turn.END;
        } catch (FactsNotReady notNow) {
            return Turn.WAIT;
        }
    }

    private static List<JournalEntry> pause() throws InterruptedException {
        Thread.sleep(PAUSE.toMillis());
        return List.of();
    }

    private static byte[] event(JournalEntry entry, String told) {
        var lines = told.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return ("id: " + entry.sequence() + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
