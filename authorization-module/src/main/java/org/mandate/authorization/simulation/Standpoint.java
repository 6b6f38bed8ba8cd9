package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.facts.AccessModel;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.FactsModel;

/**
 * What the next of several proposed changes is made on: what stands, as the changes before it leave it. Nobody but the asker
 * ever sees it.
 */
public final class Standpoint {

    private final Branch branch;
    private final Instant at;
    private final String proposer;
    private final World world;
    private final Brought brought = new Brought();
    private int made;

    Standpoint(World world, Branch branch, Instant at, String proposer) {
        this.world = world;
        this.branch = branch;
        this.at = at;
        this.proposer = proposer;
    }

    /** What stands here. */
    public AccessModel model() {
        return new FactsModel(branch.facts());
    }

    /** Whether this was a user who is none any more here: such an id never comes back. */
    public boolean gone(SubjectId user) {
        return !model().mayHoldRoles(user)
                && branch.changes().ofSubject(user).anyMatch(position -> position <= branch.from());
    }

    /** Find what a removal names that never stood, and that no change before it brings. */
    public void findUnheard(Proposal removal, CatalogueFindings findings) {
        new Unheard(world.changes(), world.past(), brought, findings).find(removal);
    }

    /** Make a change here, and stand on what it leaves. */
    public void make(Proposal change) {
        Proposals.events(change, made, Set.of(), branch.facts(), proposer).forEach(event -> branch.suppose(event, at));
        brought.by(change);
        made++;
    }
}
