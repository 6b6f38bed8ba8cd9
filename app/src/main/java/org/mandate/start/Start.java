package org.mandate.start;

import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Runs after the buses and the facts have started and before the server takes its first request. */
final class Start implements SmartLifecycle {

    private final int phase;
    private final FirstStart first;
    private final Optional<Demonstration> demonstration;
    private volatile boolean running;

    Start(int phase, FirstStart first, Optional<Demonstration> demonstration) {
        this.phase = phase;
        this.first = first;
        this.demonstration = demonstration;
    }

    @Override
    public void start() {
        first.run();
        demonstration.ifPresent(Demonstration::run);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
