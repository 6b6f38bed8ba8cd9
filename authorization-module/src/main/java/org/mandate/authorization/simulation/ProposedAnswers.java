package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.point.Naming;

/** Answers single questions on facts as proposed changes would make them. Nobody but the asker ever sees these facts. */
public final class ProposedAnswers {

    private final World world;
    private final Naming naming;

    ProposedAnswers(World world, Naming naming) {
        this.world = world;
        this.naming = naming;
    }

    /** @param proposer id of the user who asks */
    public ProposedAnswer of(List<Proposal> changes, String proposer, AccessRequest question) {
        long position = world.past().head();
        Instant at = world.now();
        Branch branch = world.branches().at(position);
        new Proposals(changes, proposer).suppose(branch, at);
        return new ProposedAnswer(
                position, at, decided(world.past().at(position), question, at), decided(branch.facts(), question, at));
    }

    private Decision decided(Facts facts, AccessRequest question, Instant at) {
        return Decider.decide(facts, naming.named(question, facts), at);
    }
}
