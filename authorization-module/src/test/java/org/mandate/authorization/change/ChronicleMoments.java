package org.mandate.authorization.change;

import java.time.Instant;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.history.When;

/** The moments of a chronicle, where it is a certain time now. */
record ChronicleMoments(Chronicle chronicle, Instant now) implements Moments {

    @Override
    public Moment of(String field, When when) {
        PastFacts past = chronicle.past();
        if (when.position().isPresent()) {
            long position = when.position().get();
            return new Moment(past.at(position), past.recordedAt(position));
        }
        Instant instant = when.instant().orElse(now);
        return new Moment(past.at(past.positionAt(instant)), instant);
    }
}
