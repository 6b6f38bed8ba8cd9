package org.mandate.authorization.integrity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.identity.MessageOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** The walks that were asked for on this node: one at a time, the last few remembered, what each found kept for all nodes. */
final class Verifications implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int REMEMBERED = 50;
    private static final int MOST_LISTED = 100;
    private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);

    private final Supplier<JournalWalk> walks;
    private final VerificationStore kept;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(Verifications::thread);
    private final Map<String, Run> runs = new LinkedHashMap<>();

    Verifications(Supplier<JournalWalk> walks, VerificationStore kept, Clock clock) {
        this.walks = walks;
        this.kept = kept;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "journal-walk");
        thread.setDaemon(true);
        return thread;
    }

    @QueryHandler
    Verification handle(VerifyJournal query, MetaData origin) throws InterruptedException {
        var by = (String) origin.getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
        var run = new Run(UUID.randomUUID().toString(), by);
        remember(run);
        executor.execute(run);
        run.done.await(query.patience().toNanos(), TimeUnit.NANOSECONDS);
        return run.view();
    }

    @QueryHandler
    Optional<Verification> handle(FindVerification query) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(query.id())).map(Run::view);
        }
    }

    @QueryHandler
    List<KeptVerification> handle(FindVerifications query) {
        if (query.limit() < 1 || query.limit() > MOST_LISTED) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST_LISTED);
        }
        return kept.newest(query.limit());
    }

    private void remember(Run run) {
        synchronized (runs) {
            var oldest = runs.keySet().iterator();
            if (runs.size() >= REMEMBERED) {
                oldest.next();
                oldest.remove();
            }
            runs.put(run.id, run);
        }
    }

    /** A walk notices the end of the database by itself; it is never interrupted. */
    @Override
    public void destroy() {
        executor.shutdown();
    }

    private final class Run implements Runnable {

        private final String id;
        private final String by;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile Optional<Instant> began = Optional.empty();
        private volatile long position;
        private volatile long total;
        private volatile Optional<JournalVerdict> verdict = Optional.empty();
        private volatile Optional<String> failure = Optional.empty();
        private long lastLine;

        Run(String id, String by) {
            this.id = id;
            this.by = by;
        }

        @Override
        public void run() {
            try {
                began = Optional.of(clock.instant());
                lastLine = System.nanoTime();
                var walk = walks.get();
                total = walk.total();
                verdict = Optional.of(walk.run(this::reached));
                verdict.flatMap(JournalVerdict::first)
                        .ifPresent(first ->
                                LOG.error("the journal was altered at record {}: {}", first.sequence(), first.fault()));
            } catch (TreeFault e) {
                LOG.error("the journal was altered: {}", e.getMessage());
                verdict = Optional.of(JournalVerdict.of(e, position));
            } catch (RuntimeException e) {
                LOG.warn("the journal could not be walked through", e);
                failure = Optional.of("the journal could not be read to its end; try again later");
            } finally {
                keep();
                done.countDown();
            }
        }

        private void keep() {
            var now = clock.instant();
            try {
                kept.keep(new KeptVerification(
                        id,
                        began.orElse(now),
                        by,
                        now,
                        verdict.map(JournalVerdict::decisions).orElse(position),
                        verdict.map(JournalVerdict::ok),
                        verdict.flatMap(JournalVerdict::first)));
            } catch (RuntimeException e) {
                LOG.warn("what a walk through the journal found could not be kept", e);
            }
        }

        private void reached(long records) {
            position = records;
            if (System.nanoTime() - lastLine > NANOS_BETWEEN_LINES) {
                lastLine = System.nanoTime();
                var progress = progress();
                LOG.info(
                        "verified {} of {} records, {}/s, {} left",
                        records,
                        total,
                        progress.rate(),
                        progress.timeLeft().map(Duration::toString).orElse("unknown time"));
            }
        }

        private Verification.Progress progress() {
            var millis = began.map(
                            since -> Duration.between(since, clock.instant()).toMillis())
                    .orElse(0L);
            var rate = millis <= 0 ? 0 : position * 1000 / millis;
            var left =
                    rate <= 0 ? Optional.<Duration>empty() : Optional.of(Duration.ofSeconds((total - position) / rate));
            return new Verification.Progress(position, total, rate, left);
        }

        Verification view() {
            return new Verification(id, progress(), verdict, failure);
        }
    }
}
