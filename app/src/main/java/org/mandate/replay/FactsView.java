package org.mandate.replay;

import java.util.function.LongConsumer;
import org.mandate.authorization.facts.FactsReplay;
import org.mandate.authorization.facts.FactsStatus;
import org.springframework.stereotype.Component;

/** The facts that this node decides on. */
@Component
class FactsView implements View {

    private final FactsStatus status;
    private final FactsReplay replay;

    FactsView(FactsStatus status, FactsReplay replay) {
        this.status = status;
        this.replay = replay;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public long position() {
        return status.position();
    }

    @Override
    public boolean fit() {
        return status.fit();
    }

    @Override
    public String state() {
        return status.describe();
    }

    @Override
    public Comparison check(LongConsumer progress) {
        return found(replay.check(progress));
    }

    @Override
    public Comparison rebuild(LongConsumer progress) {
        return found(replay.rebuild(progress));
    }

    private static Comparison found(FactsReplay.Comparison comparison) {
        return new Comparison(comparison.position(), comparison.hash(), comparison.difference());
    }
}
