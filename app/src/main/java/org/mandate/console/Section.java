package org.mandate.console;

import java.util.List;
import java.util.Optional;
import org.mandate.administration.FindAccounts;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.authorization.audit.FindDecisions;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.integrity.FindTreeHead;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.BrowsePolicies;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.OpenForm;
import org.mandate.replay.FindProjections;

/**
 * A page of the menu.
 * @param questions what the page asks: it opens to whoever may ask one of them, and to everybody where there is none
 */
record Section(String path, String title, String icon, List<Object> questions) {

    private static final Optional<String> ANY = Optional.empty();
    private static final Object RECORDS = new FindDecisions(DecisionFilters.NONE, 1, ANY);
    private static final Object ROLES = BrowseRoles.all(1);
    private static final Object HISTORY = new FindHistory(HistoryFilter.all(), true, 1, Optional.empty());
    private static final Object USERS = new BrowseUsers(ANY, ANY, Optional.empty(), 1, ANY);
    private static final Object ACCOUNTS = new FindAccounts(ANY, ANY, Optional.empty(), 1, ANY);

    /** In the order of the menu. */
    static final List<Section> ALL = List.of(
            new Section("/console", "Overview", "overview", List.of(RECORDS)),
            new Section("/console/users", "Users", "users", List.of(USERS, ACCOUNTS)),
            new Section("/console/roles", "Roles", "roles", List.of(ROLES)),
            new Section("/console/policies", "Policies", "policies", List.of(new BrowsePolicies())),
            new Section("/console/ask", "Ask", "ask", List.of(HISTORY)),
            new Section("/console/decisions", "Decisions", "decisions", List.of(RECORDS)),
            new Section("/console/changes", "Changes", "changes", List.of(HISTORY)),
            new Section("/console/simulate", "Simulate", "simulate", List.of(new OpenForm(OpenForm.SIMULATIONS))),
            new Section("/console/integrity", "Integrity", "integrity", List.of(new FindTreeHead())),
            new Section("/console/system", "System", "system", List.of(new FindProjections())),
            new Section("/console/me", "My access", "me", List.of()));

    boolean opensTo(Caller caller, Gateway gateway) {
        return questions.isEmpty() || questions.stream().anyMatch(question -> gateway.wouldAdmit(question, caller));
    }

    MenuEntry entry(String current) {
        boolean beneath = !path.equals("/console") && current.startsWith(path + "/");
        return new MenuEntry(path, title, icon, current.equals(path) || beneath);
    }

    /** An entry of the menu, as the page has it. */
    record MenuEntry(String path, String title, String icon, boolean current) {}
}
