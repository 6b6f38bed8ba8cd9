package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.mayRelax;
import static org.mandate.enforcement.EnforcementTable.ADMINISTRATOR;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.constraint.DefineConstraint;
import org.mandate.authorization.constraint.FindConstraint;
import org.mandate.authorization.constraint.FindConstraints;
import org.mandate.authorization.constraint.RetireConstraint;
import org.mandate.authorization.entity.DescribeEntity;
import org.mandate.authorization.entity.FindEntity;
import org.mandate.authorization.entity.ForgetEntity;
import org.mandate.authorization.policy.FindPolicies;
import org.mandate.authorization.policy.FindPolicy;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;

/** The lines of the table for policies, constraints and entities. */
final class AccessModelRows {

    private AccessModelRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(FindPolicies.class).does("read", "policies").needs(ADMINISTRATOR),
                on(FindPolicy.class).does("read", "policies", FindPolicy::id).needs(ADMINISTRATOR),
                on(PutPolicy.class)
                        .does("update", "policies", PutPolicy::id)
                        .needs(ADMINISTRATOR)
                        .gives("what it allows", Given::allowed)
                        .lifts("what the policy that it replaces denies", m -> mayRelax(m.id())),
                on(RetirePolicy.class)
                        .does("delete", "policies", RetirePolicy::id)
                        .needs(ADMINISTRATOR)
                        .lifts("what the policy denies", m -> mayRelax(m.id())),
                on(FindConstraints.class).does("read", "constraints").needs(ADMINISTRATOR),
                on(FindConstraint.class)
                        .does("read", "constraints", FindConstraint::id)
                        .needs(ADMINISTRATOR),
                on(DefineConstraint.class)
                        .does("create", "constraints", DefineConstraint::id)
                        .needs(ADMINISTRATOR),
                on(RetireConstraint.class)
                        .does("delete", "constraints", RetireConstraint::id)
                        .needs(ADMINISTRATOR),
                on(FindEntity.class)
                        .does("read", "entities", m -> entity(m.type(), m.id()))
                        .needs(ADMINISTRATOR),
                on(DescribeEntity.class)
                        .does("update", "entities", m -> entity(m.type(), m.id()))
                        .needs(ADMINISTRATOR),
                on(ForgetEntity.class)
                        .does("delete", "entities", m -> entity(m.type(), m.id()))
                        .needs(ADMINISTRATOR));
    }

    /** There are no users among the entities, so what stands in the place of one's id is no id. */
    private static String entity(String type, String id) {
        return type.equals(SubjectId.USER) ? type : type + "/" + id;
    }
}
