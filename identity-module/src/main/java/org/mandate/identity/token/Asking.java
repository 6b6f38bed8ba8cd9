package org.mandate.identity.token;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/**
 * Questions to the database that every request waits for, and none for long: while the database hangs or is gone, a refusal
 * still has to leave in time.
 */
final class Asking {

    private static final int THREADS = 8;
    private static final int WAITING = 1000;
    private static final long IDLE_SECONDS = 30;

    private final Executor threads = daemons();

    private static Executor daemons() {
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    var thread = new Thread(work, "token-questions");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Ask, and go on; where too many wait already it is as if there were no answer. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new QueryTimeoutException("too many questions wait for the database", e));
        }
    }

    /**
     * The answer.
     * @throws QueryTimeoutException when there is none within the time
     */
    static <T> T answer(CompletableFuture<T> question, Duration patience) {
        try {
            return question.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("the database did not answer in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("the database could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted while the database was asked", e);
        }
    }
}
