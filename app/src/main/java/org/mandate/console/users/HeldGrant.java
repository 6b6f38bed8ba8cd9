package org.mandate.console.users;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.console.Limits;
import org.mandate.console.Limits.Limit;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;

/** A role that was held at a moment of the past. */
record HeldGrant(String role, List<Limit> limits, Instant since, String giver, String giverName, String reason) {

    static HeldGrant of(HeldRole held, Names names) {
        String by = held.assignment().grantedBy();
        return new HeldGrant(
                held.assignment().role(),
                Limits.of(held.assignment().terms()),
                held.since(),
                by.equals(MessageOrigin.SYSTEM) ? "" : by,
                names.of(by),
                held.assignment().terms().reason().orElse(""));
    }
}
