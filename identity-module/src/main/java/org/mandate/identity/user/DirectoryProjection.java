package org.mandate.identity.user;

import java.time.Instant;
import java.util.ArrayList;
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
        var user = new UserId(event.userId());
        vault.open(user, event.sealedProfile())
                .ifPresent(profile -> add(new NewRow(user, profile, event.attributes(), at)));
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

    /** An import registers a hundred thousand users at once: the rows of one batch of events are written together. */
    private void add(NewRow row) {
        if (!CurrentUnitOfWork.isStarted()) {
            rows.insert(List.of(row));
            return;
        }
        var unit = CurrentUnitOfWork.get();
        List<NewRow> pending = unit.getResource(PENDING);
        if (pending == null) {
            pending = new ArrayList<>();
            unit.resources().put(PENDING, pending);
            unit.onPrepareCommit(u -> flush());
        }
        pending.add(row);
    }

    private void flush() {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        List<NewRow> pending = CurrentUnitOfWork.get().getResource(PENDING);
        if (pending != null && !pending.isEmpty()) {
            rows.insert(pending);
            pending.clear();
        }
    }

    private void changed(UserEvent event, int count) {
        var user = new UserId(event.userId());
        if (count == 0 && vault.holds(user)) {
            throw new IllegalStateException("the directory lacks user `" + user + "`");
        }
    }
}
