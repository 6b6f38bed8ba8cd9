package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.facts.AccessState;

/**
 * What importing a catalogue comes to, found out without writing anything: the events that would make the system hold what
 * the catalogue names, or all the reasons why it cannot.
 */
public final class CataloguePlan {

    private final List<CatalogueFault> faults = new ArrayList<>();
    private final List<Object> modelEvents = new ArrayList<>();
    private final List<RoleAssigned> grants = new ArrayList<>();
    private final List<EntityDescribed> described = new ArrayList<>();
    private final BitSet gaining = new BitSet();
    private Tally permissions = Tally.NONE;
    private Tally roles = Tally.NONE;
    private Tally assignments = Tally.NONE;
    private Tally entities = Tally.NONE;
    private Tally policies = Tally.NONE;
    private Tally constraints = Tally.NONE;

    private CataloguePlan() {}

    /** Who imports, and where ids of new assignments come from. */
    public record Import(String grantedBy, AssignmentIds ids) {}

    /**
     * Compare a catalogue with what stands.
     * @param subjects who each subject of the catalogue is; empty where that is a fault of its own
     */
    public static CataloguePlan of(
            Catalogue catalogue, List<Optional<SubjectId>> subjects, AccessState state, Import by) {
        var plan = new CataloguePlan();
        var permissions = new PermissionPlan(catalogue.permissions(), state, plan.faults);
        var roles = new RolePlan(catalogue.roles(), state, permissions.known(), plan.faults);
        var grants = new GrantPlan(catalogue.subjects(), subjects, roles.known(), state, by, plan.faults);
        plan.permissions = permissions.plan(plan.modelEvents);
        plan.roles = roles.plan(plan.modelEvents);
        plan.policies = new PolicyPlan(catalogue.policies(), state, roles.known(), plan.faults).plan(plan.modelEvents);
        plan.constraints = new ConstraintPlan(catalogue.constraints(), state, roles.known(), plan.faults)
                .plan(plan.modelEvents, by.ids());
        plan.assignments = grants.plan(plan.grants, plan.gaining);
        var entities = new EntityPlan(state, plan.described, plan.faults);
        entities.subjects(catalogue.subjects(), plan.gaining);
        plan.entities = entities.entities(catalogue.entities());
        return plan;
    }

    /** All that is wrong. Where there is anything, nothing else of the plan may be used. */
    public List<CatalogueFault> faults() {
        return List.copyOf(faults);
    }

    /** The events of permissions, roles, policies and constraints, in the order in which they must be appended. */
    public List<Object> modelEvents() {
        return List.copyOf(modelEvents);
    }

    /** The new assignments, to be appended behind the users that they are given to. */
    public List<RoleAssigned> grants() {
        return List.copyOf(grants);
    }

    /** The entities whose attributes are not what they were. */
    public List<EntityDescribed> described() {
        return List.copyOf(described);
    }

    /** Whether the subject of this place in the catalogue gains an assignment, or attributes that identity does not keep. */
    public boolean gains(int subject) {
        return gaining.get(subject);
    }

    public Tally permissions() {
        return permissions;
    }

    public Tally roles() {
        return roles;
    }

    public Tally assignments() {
        return assignments;
    }

    public Tally entities() {
        return entities;
    }

    public Tally policies() {
        return policies;
    }

    public Tally constraints() {
        return constraints;
    }
}
