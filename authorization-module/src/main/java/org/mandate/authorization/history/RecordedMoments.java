package org.mandate.authorization.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.springframework.stereotype.Component;

/** Finds moments among the positions that this node has applied. */
@Component
final class RecordedMoments implements Moments {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PastFacts past;
    private final FactsStatus status;
    private final History history;
    private final Clock clock;

    RecordedMoments(PastFacts past, FactsStatus status, History history, Clock clock) {
        this.past = past;
        this.status = status;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Moment of(String field, When when) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant instant = when.instant().orElse(now);
        if (instant.isAfter(now)) {
            throw Vocabulary.invalid(
                    when.position().isPresent() ? "instant" : field,
                    "`" + instant + "` lies in the future: it is " + now + " now");
        }
        if (when.position().isEmpty()) {
            return new Moment(past.at(when.instant().isEmpty() ? past.head() : past.positionAt(instant)), instant);
        }
        long position = when.position().get();
        requireReached(field, position);
        return new Moment(past.at(position), when.instant().orElseGet(() -> past.recordedAt(position)));
    }

    /** Another node may have written it, so it may be a moment until it is here. */
    private void requireReached(String field, long position) {
        if (position <= past.head()) {
            return;
        }
        long head = history.head();
        if (position > head || !status.await(position, PATIENCE)) {
            throw Vocabulary.invalid(
                    field,
                    "position " + position + " lies in the future: the history is at " + Math.max(head, past.head()));
        }
    }
}
