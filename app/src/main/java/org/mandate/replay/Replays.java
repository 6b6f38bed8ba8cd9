package org.mandate.replay;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mandate.replay.ProjectionView.Finding;
import org.mandate.replay.ReplayRefused.Reason;
import org.mandate.store.EventReplay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Builds views again, one at a time on this node, and remembers what came of it. */
class Replays implements SelfChecks, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final NavigableMap<String, View> views = new TreeMap<>();
    private final EventReplay history;
    private final Clock clock;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();
    private final Map<String, Finding> rebuilds = new ConcurrentHashMap<>();
    private final Map<String, Finding> checks = new ConcurrentHashMap<>();
    private volatile @Nullable Thread worker;
    private volatile boolean started;

    Replays(List<View> views, EventReplay history, Clock clock) {
        views.forEach(view -> this.views.put(view.name(), view));
        this.history = history;
        this.clock = clock;
    }

    List<ProjectionView> all() {
        return views.values().stream().map(this::described).toList();
    }

    Optional<ProjectionView> one(String name) {
        return Optional.ofNullable(views.get(name)).map(this::described);
    }

    /** Begin to build a view again; it goes on after this returns. */
    void begin(String name, Run.Purpose purpose) {
        Run run = claimed(name, purpose);
        Thread thread = new Thread(() -> finish(run), "replay");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    /** Compare all views with the history, one after the other. */
    void checkAll() {
        for (String name : views.keySet()) {
            try {
                finish(claimed(name, Run.Purpose.CHECK));
            } catch (ReplayRefused busy) {
                log.info("self-check of `{}` is left out: {}", name, busy.getMessage());
            }
        }
    }

    @Override
    public Map<String, Finding> latest() {
        return new TreeMap<>(checks);
    }

    private Run claimed(String name, Run.Purpose purpose) {
        View view = views.get(name);
        if (view == null) {
            throw new ReplayRefused(
                    Reason.UNKNOWN, "there is no view `" + name + "`; there are " + String.join(", ", views.keySet()));
        }
        Run run = new Run(view, purpose, history.head(), clock);
        if (!running.compareAndSet(null, run)) {
            Run other = running.get();
            throw new ReplayRefused(
                    Reason.BUSY,
                    other == null
                            ? "a view is being built again, ask once more"
                            : "a " + other.purpose().word() + " of `"
                                    + other.view().name() + "` runs, wait for its end");
        }
        return run;
    }

    /** What was found to differ and is mended is compared once more, so that health speaks of what is live now. */
    private void finish(Run run) {
        try {
            Finding found = ended(run);
            if (run.purpose() == Run.Purpose.REBUILD) {
                rebuilds.put(run.view().name(), found);
            }
            checks.put(run.view().name(), found);
            if (run.purpose() == Run.Purpose.REBUILD && found.difference().isPresent()) {
                Run again = new Run(run.view(), Run.Purpose.CHECK, history.head(), clock);
                running.set(again);
                checks.put(run.view().name(), ended(again));
            }
        } finally {
            running.set(null);
        }
    }

    @SuppressWarnings("IllegalCatch")
    private Finding ended(Run run) {
        String what = run.purpose().word();
        String name = run.view().name();
        try {
            View.Comparison found = run.work();
            if (found.difference().isPresent()) {
                log.error(
                        "{} of `{}`: the live view differed from the history at position {}, first in {}",
                        what,
                        name,
                        found.position(),
                        found.difference().get());
            } else {
                log.info("{} of `{}`: equal at position {}, {}/s", what, name, found.position(), run.rate());
            }
            return new Finding(
                    run.began(),
                    found.position(),
                    found.difference().isEmpty(),
                    run.rate(),
                    Optional.of(found.hash()),
                    found.difference(),
                    Optional.empty());
        } catch (RuntimeException e) {
            log.error("{} of `{}` failed; the live view is as it was", what, name, e);
            return new Finding(
                    run.began(),
                    run.progress().position(),
                    false,
                    run.rate(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private ProjectionView described(View view) {
        long position = view.position();
        long head = Math.max(position, history.head());
        Run run = running.get();
        Optional<Run> own = run != null && run.view() == view ? Optional.of(run) : Optional.empty();
        return new ProjectionView(
                view.name(),
                position,
                head,
                head - position,
                view.fit(),
                own.map(now -> now.purpose() == Run.Purpose.REBUILD ? "rebuilding; " : "being checked; ")
                                .orElse("")
                        + view.state(),
                own.map(Run::progress),
                Optional.ofNullable(rebuilds.get(view.name())),
                Optional.ofNullable(checks.get(view.name())));
    }

    @Override
    public void start() {
        started = true;
        views.values().forEach(View::tidy);
    }

    @Override
    public void stop() {
        started = false;
        Run run = running.get();
        Thread thread = worker;
        if (run == null || thread == null) {
            return;
        }
        run.cancel();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
