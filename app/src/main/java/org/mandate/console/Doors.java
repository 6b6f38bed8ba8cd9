package org.mandate.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.audit.FindDecision;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.oversight.BrowsePolicy;
import org.mandate.oversight.BrowseUser;

/** Which kinds of pages a visitor may open, so that no page has a link to one that is refused. Each is asked about once. */
public final class Doors {

    private static final String ANY = "any";

    private final Caller caller;
    private final Gateway gateway;
    private final Map<Class<?>, Boolean> known = new HashMap<>();

    /** Those of this visitor. */
    public Doors(Caller caller, Gateway gateway) {
        this.caller = caller;
        this.gateway = gateway;
    }

    /** The page of a user. */
    public boolean user() {
        return open(new BrowseUser(new UserId(ANY)));
    }

    /** The page of a role. */
    public boolean role() {
        return open(new BrowseRole(ANY));
    }

    /** The page of a policy. */
    public boolean policy() {
        return open(new BrowsePolicy(ANY));
    }

    /** The page of a decision, and the list of them. */
    public boolean decision() {
        return open(new FindDecision(ANY));
    }

    /** What shows the administrative history or asks about the past. */
    public boolean history() {
        return open(new FindHistory(HistoryFilter.all(), true, 1, Optional.empty()));
    }

    private boolean open(Object question) {
        return known.computeIfAbsent(question.getClass(), kind -> gateway.wouldAdmit(question, caller));
    }
}
