package org.mandate.identity.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserEvent;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;
import org.mandate.identity.user.DirectoryRows.NewRow;
import org.springframework.stereotype.Component;

/**
 * Keeps the directory, in the transaction of the events. An erased user is in no later replay: without the key of the
 * profile there is nothing to list.
 */
@Component
@ProcessingGroup("identity.directory")
class DirectoryProjection {

    private static final String PENDING = DirectoryProjection.class.getName() + ".pending";

    private final DirectoryRows rows;
    private final ProfileVault vault;

    DirectoryProjection(DirectoryRows rows, ProfileVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @EventHandler
    void on(UserRegistered event, @Timestamp Instant at) {
        add(new Registered(event, at));
    }

    @EventHandler
    void on(UserProfileChanged event) {
        flush();
        var user = new UserId(event.userId());
        vault.open(user, event.sealedProfile()).ifPresent(profile -> changed(event, rows.profile(user, profile)));
    }

    @EventHandler
    void on(UserAttributesChanged event) {
        flush();
        changed(event, rows.attributes(new UserId(event.userId()), event.attributes()));
    }

    @EventHandler
    void on(UserDeactivated event) {
        flush();
        changed(event, rows.active(new UserId(event.userId()), false));
    }

    @EventHandler
    void on(UserReactivated event) {
        flush();
        changed(event, rows.active(new UserId(event.userId()), true));
    }

    @EventHandler
    void on(UserErased event) {
        flush();
        rows.delete(new UserId(event.userId()));
    }

    @ResetHandler
    void reset() {
        rows.deleteAll();
    }

    private record Registered(UserRegistered event, Instant at) {

        UserId user() {
            return new UserId(event.userId());
        }
    }

    /** An import registers a hundred thousand users at once: the rows of one batch of events are written together. */
    private void add(Registered registered) {
        if (!CurrentUnitOfWork.isStarted()) {
            write(List.of(registered));
            return;
        }
        var unit = CurrentUnitOfWork.get();
        List<Registered> pending = unit.getResource(PENDING);
        if (pending == null) {
            pending = new ArrayList<>();
            unit.resources().put(PENDING, pending);
            unit.onPrepareCommit(u -> flush());
        }
        pending.add(registered);
    }

    private void flush() {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        List<Registered> pending = CurrentUnitOfWork.get().getResource(PENDING);
        if (pending != null && !pending.isEmpty()) {
            write(pending);
            pending.clear();
        }
    }

    private void write(List<Registered> registered) {
        var sealed = new HashMap<UserId, String>();
        registered.forEach(one -> sealed.put(one.user(), one.event().sealedProfile()));
        var profiles = vault.openAll(sealed);
        var added = new ArrayList<NewRow>();
        for (var one : registered) {
            var profile = profiles.get(one.user());
            if (profile != null) {
                added.add(new NewRow(one.user(), profile, one.event().attributes(), one.at()));
            }
        }
        rows.insert(added);
    }

    private void changed(UserEvent event, int count) {
        var user = new UserId(event.userId());
        if (count == 0 && vault.holds(user)) {
            throw new IllegalStateException("the directory lacks user `" + user + "`");
        }
    }
}
