package org.mandate.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the history, and how far it is. */
final class Run {

    private static final Logger log = LoggerFactory.getLogger(Run.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    /** What it is for. */
    enum Purpose {
        CHECK,
        REBUILD;

        String word() {
            return this == CHECK ? "check" : "rebuild";
        }
    }

    private final View view;
    private final Purpose purpose;
    private final long total;
    private final Clock clock;
    private final Instant began;
    private Instant reported;
    private volatile long position;
    private volatile boolean cancelled;

    Run(View view, Purpose purpose, long total, Clock clock) {
        this.view = view;
        this.purpose = purpose;
        this.total = total;
        this.clock = clock;
        this.began = clock.instant();
        this.reported = began;
    }

    View view() {
        return view;
    }

    Purpose purpose() {
        return purpose;
    }

    Instant began() {
        return began;
    }

    void cancel() {
        cancelled = true;
    }

    View.Comparison work() {
        return purpose == Purpose.CHECK ? view.check(this::reached) : view.rebuild(this::reached);
    }

    private void reached(long to) {
        if (cancelled) {
            throw new CancellationException("the server is stopping");
        }
        position = to;
        Instant now = clock.instant();
        if (Duration.between(reported, now).compareTo(BETWEEN_REPORTS) >= 0) {
            reported = now;
            ProjectionView.Progress progress = progress();
            log.info(
                    "{} of `{}`: {} of {} events, {}/s, {} s left",
                    progress.purpose(),
                    view.name(),
                    progress.position(),
                    progress.total(),
                    progress.eventsPerSecond(),
                    progress.secondsLeft());
        }
    }

    ProjectionView.Progress progress() {
        long all = Math.max(total, position);
        long rate = rate();
        return new ProjectionView.Progress(
                purpose.word(), position, all, rate, rate == 0 ? 0 : (all - position + rate - 1) / rate);
    }

    /** Events a second so far. */
    long rate() {
        long millis = Math.max(1, Duration.between(began, clock.instant()).toMillis());
        return position * 1_000 / millis;
    }
}
