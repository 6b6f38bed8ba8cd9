package org.mandate.identity.user;

import org.mandate.identity.UserId;

/** Ends sessions from within the command that makes them void. */
public interface SessionRevocation {

    /** End every session of the user. */
    void revokeAll(UserId user);

    /** End every session of the user but this one. */
    void revokeOthers(UserId user, String kept);
}
