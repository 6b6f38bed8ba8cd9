package org.mandate.http.audit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The live streams of this node. Each has a thread of its own that reads the journal and writes to its follower, so that a
 * slow one holds up nobody: the container gives it up when it takes nothing for some seconds. All end when the node stops.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Open a stream to the caller, or throw what refuses it; what is followed is asked for only when there is room. */
    void open(HttpServletRequest request, HttpServletResponse response, Supplier<LiveStream> streams) {
        if (!free.tryAcquire()) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            AT_ONCE + " streams are open, which is as many as may; come again when one has ended")
                    .retryAfter(10)
                    .found();
        }
        var started = false;
        try {
            var stream = streams.get();
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            var async = request.startAsync();
            async.setTimeout(0);
            async.addListener(new Hangup());
            start(stream, async);
            started = true;
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private void start(LiveStream stream, AsyncContext async) {
        var thread = new Thread(() -> run(stream, async), "audit-stream");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(LiveStream stream, AsyncContext async) {
        try {
            write(stream, async.getResponse().getOutputStream());
        } catch (IOException e) {
            LOG.debug("a follower of the journal is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a live stream of the journal broke off", e);
        } finally {
            threads.remove(Thread.currentThread());
            free.release();
            complete(async);
        }
    }

    private static void complete(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.trace("the container has ended the stream already", e);
        }
    }

    /** A follower that hangs up is no fault that a page would have to be shown for. */
    private static final class Hangup implements AsyncListener {

        @Override
        public void onError(AsyncEvent event) {
            LiveStreams.complete(event.getAsyncContext());
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    private void write(LiveStream stream, OutputStream out) throws IOException, InterruptedException {
        out.write(ALIVE);
        out.flush();
        var lastWritten = System.nanoTime();
        while (running && stream.allowed().getAsBoolean()) {
            var entries = stream.feed().next(PATIENCE);
            for (var entry : entries) {
                out.write(event(entry, stream.told().apply(entry)));
            }
            if (entries.isEmpty() && System.nanoTime() - lastWritten > HEARTBEAT_NANOS) {
                out.write(ALIVE);
            } else if (entries.isEmpty()) {
                continue;
            }
            out.flush();
            lastWritten = System.nanoTime();
        }
    }

    private static byte[] event(JournalEntry entry, String told) {
        var lines = told.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
        return ("id: " + entry.sequence() + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the container waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(PATIENCE.multipliedBy(2).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
