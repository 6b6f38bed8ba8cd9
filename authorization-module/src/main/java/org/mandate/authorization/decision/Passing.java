package org.mandate.authorization.decision;

import java.time.Instant;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Limits;

/** Judges what may be passed on: only what is held for as long, and from as far, as it would be given counts as held. */
final class Passing extends Judgement {

    private final Requirement.Lasting given;

    Passing(Facts facts, AccessRequest request, Instant instant, Trail trail, Requirement.Lasting given) {
        super(facts, request, instant, trail);
        this.given = given;
    }

    /** Where it is the limits alone that are in the way, they are named. */
    boolean met() {
        boolean met = judge(given.part());
        if (!met && followed() && new Judgement(facts(), request, instant, Trail.NONE).judge(given.part())) {
            String asked = given.until().map(until -> "until " + until).orElse("without an end") + ", from "
                    + (given.networks().isEmpty() ? "everywhere" : String.join(", ", given.networks()));
            trail.note(Evidence.unmet(
                    Kind.DEFAULT,
                    "limits",
                    "one's own grants are limited, and what one gives may neither outlast them nor hold from further away;"
                            + " given here: " + asked,
                    "giving it with a `validUntil` and `networks` within those of one's own grants"));
        }
        return met;
    }

    @Override
    boolean lasts(Limits limits) {
        return limits.lastsUntil(given.until()) && limits.coversNetworks(given.networks());
    }
}
