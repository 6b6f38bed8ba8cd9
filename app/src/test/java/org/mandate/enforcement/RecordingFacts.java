package org.mandate.enforcement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mandate.authorization.facts.FactsStatus;

/** Facts that are always there, and remember what was waited for. */
final class RecordingFacts implements FactsStatus {

    final List<Long> awaited = new ArrayList<>();

    @Override
    public long position() {
        return 0;
    }

    @Override
    public boolean await(long position, Duration atMost) {
        awaited.add(position);
        return true;
    }

    @Override
    public boolean fit() {
        return true;
    }

    @Override
    public void wake() {}

    @Override
    public String describe() {
        return "fit";
    }
}
