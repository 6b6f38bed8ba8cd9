package org.mandate.authorization.reproduction;

import java.util.concurrent.CancellationException;

/** Long work while it goes on: how far it is, and whether anybody still wants it. */
public final class Ongoing {

    private final WalkProgress progress = new WalkProgress();
    private volatile boolean cancelled;

    public WalkProgress progress() {
        return progress;
    }

    void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException when nobody wants it any more */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }
}
