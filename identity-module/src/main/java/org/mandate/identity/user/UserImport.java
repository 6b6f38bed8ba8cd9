package org.mandate.identity.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserEvent;

/**
 * Brings many users in at once. First {@link #plan}, which writes nothing; then {@link #stage}, within the caller's
 * transaction, whose events the caller publishes in that same transaction.
 */
public interface UserImport {

    /**
     * A user as the import has them.
     * @param id matched first where given; a new user without one gets a random id
     * @param email kept as it is where absent
     * @param attributes all of them; kept as they are where absent
     */
    record Entry(
            Optional<UserId> id, String username, Optional<String> email, Optional<Map<String, Object>> attributes) {}

    /** What importing an entry comes to. */
    enum Fate {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /**
     * An entry that can be imported.
     * @param entry with its values checked and in the form in which they are kept
     */
    record Planned(UserId user, Entry entry, Fate fate) {}

    /**
     * An entry that cannot.
     * @param index its place in the list
     */
    record Fault(int index, String field, String message) {}

    /** One {@code users} per entry, in order, without those that have {@code faults}. */
    record Plan(List<Planned> users, List<Fault> faults) {}

    Plan plan(List<Entry> entries);

    /** Write what the history must not hold, and answer the events in the order of the plan. */
    List<DomainEventMessage<? extends UserEvent>> stage(Plan plan);

    /** The ids of those of these usernames that exist, by username as given. */
    Map<String, UserId> idsOf(Collection<String> usernames);
}
