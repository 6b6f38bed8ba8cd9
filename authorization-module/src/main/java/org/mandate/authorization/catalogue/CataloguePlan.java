package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.facts.AccessModel;

/**
 * What importing a catalogue comes to, found out without writing anything: the events that would make the system hold what
 * the catalogue names, or all the reasons why it cannot.
 */
public final class CataloguePlan {

    private final CatalogueFindings findings;
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

    private CataloguePlan(CatalogueFindings findings) {
        this.findings = findings;
    }

    /** Who imports, and where ids of new assignments come from. */
    public record Import(String grantedBy, AssignmentIds ids) {}

    /**
     * Compare a catalogue with what stands.
     * @param subjects who each subject of the catalogue is; empty where that is a fault of its own
     * @param findings what is wrong with the catalogue already; what else is wrong with it is added
     */
    public static CataloguePlan of(
            Catalogue catalogue,
            List<Optional<SubjectId>> subjects,
            AccessModel state,
            Import by,
            CatalogueFindings findings) {
        var plan = new CataloguePlan(findings);
        var permissions = new PermissionPlan(catalogue.permissions(), state, findings);
        var roles = new RolePlan(catalogue.roles(), state, permissions.known(), findings);
        var grants = new GrantPlan(catalogue.subjects(), subjects, roles.known(), state, by, findings);
        plan.permissions = permissions.plan(plan.modelEvents);
        plan.roles = roles.plan(plan.modelEvents);
        plan.policies = new PolicyPlan(catalogue.policies(), state, roles.known(), findings).plan(plan.modelEvents);
        plan.constraints = new ConstraintPlan(catalogue.constraints(), state, roles.known(), findings)
                .plan(plan.modelEvents, by.ids());
        plan.assignments = grants.plan(plan.grants, plan.gaining);
        var entities = new EntityPlan(state, plan.described, findings);
        entities.subjects(catalogue.subjects(), plan.gaining);
        plan.entities = entities.entities(catalogue.entities());
        return plan;
    }

    /** All that is wrong. Where there is anything, nothing else of the plan may be used. */
    public List<CatalogueFault> faults() {
        return findings.faults();
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
