package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.facts.Branch;

/** Proposed changes, one after the other, each on what the ones before it come to. */
final class Proposals implements Supposition {

    private final List<Proposal> proposals;
    private final String proposer;
    private final Footprint footprint = new Footprint();

    Proposals(List<Proposal> proposals, String proposer) {
        this.proposals = List.copyOf(proposals);
        this.proposer = proposer;
        proposals.forEach(this::mark);
    }

    private void mark(Proposal proposal) {
        Catalogue catalogue = proposal.catalogue();
        if (!catalogue.roles().isEmpty()
                || (proposal.manner() == Manner.REMOVE
                        && !catalogue.permissions().isEmpty())) {
            footprint.roles();
        }
        if (!catalogue.permissions().isEmpty()) {
            footprint.permissions();
        }
        proposal.subjects().forEach(subject -> subject.ifPresent(one -> footprint.entity(one.type(), one.id())));
        catalogue.policies().forEach(policy -> footprint.policy(policy.id()));
        catalogue.entities().forEach(entity -> footprint.entity(entity.type(), entity.id()));
    }

    @Override
    public List<Object> suppose(Branch branch, Instant at) {
        List<Object> happened = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            String name = "simulated-" + (i + 1);
            List<Object> events = proposal.manner() == Manner.REMOVE
                    ? new Removal(proposal, branch.facts(), proposer).events()
                    : new Addition(proposal, branch.facts(), proposer, name).events();
            events.stream().filter(event -> branch.suppose(event, at)).forEach(happened::add);
        }
        return happened;
    }

    @Override
    public boolean concernedBy(Object event) {
        return footprint.concernedBy(event);
    }
}
