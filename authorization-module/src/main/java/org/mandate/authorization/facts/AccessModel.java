package org.mandate.authorization.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;

/** The access model as it stands somewhere: what a catalogue is compared with. */
public interface AccessModel {

    /** The permissions of the catalogue and their descriptions. */
    Map<String, String> permissions();

    /** The roles that stand, by name, each as if it were defined now. */
    Map<String, RoleDefined> roles();

    /** The policies that stand, by id, each as if it were defined now. */
    Map<String, PolicyDefined> policies();

    /** The constraints that stand, by id, each as if it were defined now. */
    Map<String, ConstraintDefined> constraints();

    /** What is known of an entity. */
    Optional<Map<String, Object>> attributes(String type, String id);

    /** The assignments that stand for the subject, oldest first. */
    List<RoleAssigned> assignments(SubjectId subject);

    /** The subject may be given roles: a user that is registered and not erased, or anything of another type. */
    boolean mayHoldRoles(SubjectId subject);
}
