package org.mandate.http.audit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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
            new Following(stream, () -> running).write(async.getResponse().getOutputStream());
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
                thread.join(Following.PATIENCE.multipliedBy(2).toMillis());
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
