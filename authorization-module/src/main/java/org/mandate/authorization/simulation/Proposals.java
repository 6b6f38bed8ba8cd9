package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Facts;

/** Proposed changes, one after the other, each on what the ones before it come to. */
final class Proposals implements Supposition {

    private final List<Proposal> proposals;
    private final String proposer;
    private final Footprint footprint = new Footprint();

    Proposals(List<Proposal> proposals, String proposer) {
        this.proposals = List.copyOf(proposals);
        this.proposer = proposer;
        for (int i = 0; i < proposals.size(); i++) {
            mark(proposals.get(i));
            returning(i).forEach(footprint::assignmentsOf);
        }
    }

    /** The roles that this change removes and a later one puts. */
    private Set<String> returning(int index) {
        Proposal removal = proposals.get(index);
        if (removal.manner() != Manner.REMOVE) {
            return Set.of();
        }
        Set<String> removed =
                removal.catalogue().roles().stream().map(RoleEntry::name).collect(Collectors.toSet());
        return proposals.subList(index + 1, proposals.size()).stream()
                .filter(later -> later.manner() == Manner.PUT)
                .flatMap(later -> later.catalogue().roles().stream())
                .map(RoleEntry::name)
                .filter(removed::contains)
                .collect(Collectors.toSet());
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
            events(proposals.get(i), i, returning(i), branch.facts(), proposer).stream()
                    .filter(event -> branch.suppose(event, at))
                    .forEach(happened::add);
        }
        happened.forEach(footprint::event);
        return happened;
    }

    /** @param returning of the roles that a removal names, those that a later change puts */
    static List<Object> events(Proposal proposal, int place, Set<String> returning, Facts facts, String proposer) {
        return proposal.manner() == Manner.REMOVE
                ? new Removal(proposal, facts, proposer, returning).events()
                : new Addition(proposal, facts, proposer, "simulated-" + (place + 1)).events();
    }

    @Override
    public boolean concernedBy(Object event) {
        return footprint.concernedBy(event);
    }
}
