package org.mandate.authorization.reproduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Long work that people ask for: a few at a time, each on a thread of its own. What it came to is kept for a while, and only
 * of the newest; nothing of it is stored.
 */
public class Jobs<R> implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST_RUNNING = 2;
    private static final int MOST_KEPT = 50;
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final Clock clock;
    private final Deque<Job<R>> jobs = new ArrayDeque<>();

    protected Jobs(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** How a job stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** What is to be done. It fills in what can be seen of it while it goes on. */
    public interface Work<R> {

        void run(Ongoing ongoing);

        R seen();
    }

    /** No more may run at the same time. */
    public static final class TooManyRunning extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public TooManyRunning(String message) {
            super(message);
        }
    }

    /** A piece of work, on its way or over. */
    public static final class Job<R> {

        private final String id = UUID.randomUUID().toString();
        private final Instant startedAt;
        private final String startedBy;
        private final Work<R> work;
        private final Ongoing ongoing = new Ongoing();
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile State state = State.RUNNING;
        private volatile String failure = "";
        private volatile @Nullable Instant endedAt;

        private Job(Work<R> work, Instant startedAt, String startedBy) {
            this.work = work;
            this.startedAt = startedAt;
            this.startedBy = startedBy;
        }

        public String id() {
            return id;
        }

        public Instant startedAt() {
            return startedAt;
        }

        public String startedBy() {
            return startedBy;
        }

        public State state() {
            return state;
        }

        public WalkProgress.View progress() {
            return ongoing.progress().view();
        }

        /** Why it failed; empty where it did not. */
        public Optional<String> failure() {
            return Optional.of(failure).filter(text -> !text.isEmpty());
        }

        public R seen() {
            return work.seen();
        }

        /** Wait for its end; false where it goes on. */
        public boolean await(Duration atMost) {
            try {
                return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** @throws TooManyRunning when others must end first */
    public Job<R> start(Work<R> work, String startedBy) {
        Job<R> job = new Job<>(work, clock.instant(), startedBy);
        synchronized (jobs) {
            forget();
            long running =
                    jobs.stream().filter(one -> one.state == State.RUNNING).count();
            if (running >= MOST_RUNNING) {
                throw new TooManyRunning(running + " of these are running already; wait for one to end, or cancel one");
            }
            jobs.addFirst(job);
        }
        Thread thread = new Thread(() -> run(job), name + "-" + job.id);
        thread.setDaemon(true);
        thread.start();
        return job;
    }

    public Optional<Job<R>> find(String id) {
        return all().stream().filter(job -> job.id.equals(id)).findFirst();
    }

    /** The newest first. */
    public List<Job<R>> all() {
        synchronized (jobs) {
            forget();
            return List.copyOf(jobs);
        }
    }

    /** False where there is no such job. One that is over stays as it ended. */
    public boolean cancel(String id) {
        Optional<Job<R>> found = find(id);
        found.ifPresent(job -> job.ongoing.cancel());
        return found.isPresent();
    }

    private void forget() {
        Instant oldest = clock.instant().minus(KEPT);
        jobs.removeIf(job -> {
            Instant ended = job.endedAt;
            return ended != null && ended.isBefore(oldest);
        });
        while (jobs.size() > MOST_KEPT) {
            jobs.removeLast();
        }
    }

    private void run(Job<R> job) {
        State end = State.FAILED;
        try {
            job.work.run(job.ongoing);
            end = State.DONE;
        } catch (CancellationException cancelled) {
            end = State.CANCELLED;
        } catch (RuntimeException | Error failed) {
            log.error("{} {} failed", name, job.id, failed);
            job.failure = String.valueOf(failed.getMessage());
        } finally {
            job.ongoing.progress().end();
            job.endedAt = clock.instant();
            job.state = end;
            job.over.countDown();
        }
    }

    @Override
    public void destroy() {
        all().forEach(job -> job.ongoing.cancel());
        all().forEach(job -> job.await(Duration.ofSeconds(5)));
    }
}
