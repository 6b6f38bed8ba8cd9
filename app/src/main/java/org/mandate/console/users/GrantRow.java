package org.mandate.console.users;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.console.AssignmentRow;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.oversight.Names;

/**
 * A standing grant on the page of its user.
 * @param revocable whether this visitor could revoke it
 */
record GrantRow(AssignmentRow assignment, String giver, boolean revocable) {

    static GrantRow of(AssignmentRow row, Names names, Gateway gateway, UserId user, Caller caller) {
        RevokeRole revocation =
                new RevokeRole(SubjectId.user(user.value()), row.role(), Optional.of(row.id()), Optional.empty());
        return new GrantRow(row, names.of(row.grantedBy()), gateway.wouldAdmit(revocation, caller));
    }
}
