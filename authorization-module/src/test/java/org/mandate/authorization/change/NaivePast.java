package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;

/** Changes found in the plainest way: by asking before and after every event there is, and at every border in time. */
final class NaivePast {

    private final PastFacts past;
    private final List<History.Entry> entries;
    private final List<Asked> all = new ArrayList<>();

    /** @param others instants beside the borders of validities */
    NaivePast(Chronicle chronicle, Instant... others) {
        this.past = chronicle.past();
        this.entries = chronicle.entries();
        TreeSet<Instant> borders = new TreeSet<>(List.of(others));
        for (History.Entry entry : entries) {
            if (entry.event() instanceof RoleAssigned given) {
                Stream.of(given.validFrom(), given.validUntil())
                        .filter(border -> border != null)
                        .forEach(borders::add);
            }
        }
        borders.forEach(border -> all.add(new Asked(border, 0)));
        entries.forEach(entry -> all.add(new Asked(entry.at(), entry.position())));
        all.sort((one, other) -> one.key().compareTo(other.key()));
    }

    /** A moment; the position is 0 where no event is at it. */
    record Asked(Instant at, long position) {

        String key() {
            return Change.key(at, position);
        }
    }

    List<Asked> all() {
        return all;
    }

    /** The entity that changed there, if one did. */
    Optional<Resource> entity(Asked asked) {
        Object event =
                asked.position() > 0 ? entries.get((int) asked.position() - 1).event() : asked;
        return event instanceof EntityEvent entity
                ? Optional.of(Resource.of(entity.entityType(), entity.entityId()))
                : Optional.empty();
    }

    <T> T before(Asked asked, BiFunction<Facts, Instant, T> question) {
        return asked.position() > 0
                ? question.apply(past.at(asked.position() - 1), asked.at())
                : question.apply(earlier(asked), asked.at().minusNanos(1));
    }

    <T> T after(Asked asked, BiFunction<Facts, Instant, T> question) {
        return question.apply(asked.position() > 0 ? past.at(asked.position()) : earlier(asked), asked.at());
    }

    private Facts earlier(Asked border) {
        return past.at(past.positionAt(border.at().minusNanos(1)));
    }
}
