package org.mandate.authorization.journal;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * An embedded database whose disk is full closes its file, and its sessions are dead for good: a pool that parts with them
 * opens it anew as soon as there is room. By itself a pool takes them for sound and keeps them.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** H2: the database is closed, and was closed by somebody else. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        return CLOSED.contains(fault.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
