package org.mandate.identity.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserEvent;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserRegistered;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Imports users in JDBC batches; the events are those that the single commands would have made. */
@Component
class BulkUsers implements UserImport {

    private static final String AGGREGATE_TYPE = "User";

    private final ImportPlanner planner;
    private final Claims claims;
    private final ProfileVault vault;
    private final DirectoryRows rows;
    private final ObjectProvider<EventStore> history;

    BulkUsers(
            ImportPlanner planner,
            Claims claims,
            ProfileVault vault,
            DirectoryRows rows,
            ObjectProvider<EventStore> history) {
        this.planner = planner;
        this.claims = claims;
        this.vault = vault;
        this.rows = rows;
        this.history = history;
    }

    @Override
    public Plan plan(List<Entry> entries) {
        return planner.plan(entries);
    }

    @Override
    public List<DomainEventMessage<? extends UserEvent>> stage(Plan plan) {
        if (!plan.faults().isEmpty()) {
            throw new IllegalStateException("a plan with faults cannot be staged");
        }
        var created = plan.users().stream()
                .filter(planned -> planned.fate() == Fate.CREATED)
                .toList();
        var events = new ArrayList<>(register(created));
        var changed = plan.users().stream()
                .filter(planned -> planned.fate() == Fate.CHANGED)
                .toList();
        var views = views(changed);
        for (var planned : changed) {
            var view = views.get(planned.user());
            if (view == null) {
                throw new IllegalStateException("the directory lacks user `" + planned.user() + "`");
            }
            events.addAll(change(planned, view));
        }
        return events;
    }

    @Override
    public Map<String, UserId> idsOf(Collection<String> usernames) {
        var keys = new HashMap<String, String>();
        usernames.forEach(username -> keys.put(username, Folding.fold(username)));
        var holders = claims.holders(Claims.Kind.USERNAME, List.copyOf(new HashSet<>(keys.values())));
        var ids = new HashMap<String, UserId>();
        keys.forEach((username, key) -> {
            var holder = holders.get(key);
            if (holder != null) {
                ids.put(username, holder);
            }
        });
        return ids;
    }

    private List<DomainEventMessage<? extends UserEvent>> register(List<Planned> created) {
        var profiles = new LinkedHashMap<UserId, Profile>();
        var usernames = new ArrayList<Claims.Claim>();
        var emails = new ArrayList<Claims.Claim>();
        for (var planned : created) {
            var user = planned.user();
            var entry = planned.entry();
            profiles.put(user, new Profile(entry.username(), entry.email().orElse(""), Optional.empty()));
            usernames.add(Claims.Claim.of(Claims.Kind.USERNAME, entry.username(), user));
            entry.email().ifPresent(email -> emails.add(Claims.Claim.of(Claims.Kind.EMAIL, email, user)));
        }
        claims.takeAll(Claims.Kind.USERNAME, usernames);
        claims.takeAll(Claims.Kind.EMAIL, emails);
        var sealed = vault.createAll(profiles);
        var events = new ArrayList<DomainEventMessage<? extends UserEvent>>();
        for (var i = 0; i < created.size(); i++) {
            var planned = created.get(i);
            var attributes = planned.entry().attributes().orElse(Map.of());
            events.add(message(0, new UserRegistered(planned.user().value(), sealed.get(i), attributes)));
        }
        return events;
    }

    private List<DomainEventMessage<? extends UserEvent>> change(Planned planned, UserView view) {
        var user = planned.user();
        var sequence = history.getObject().lastSequenceNumberFor(user.stream()).orElseThrow();
        var events = new ArrayList<DomainEventMessage<? extends UserEvent>>();
        var email = planned.entry().email().filter(given -> !given.equals(view.email()));
        if (email.isPresent()) {
            claims.change(Claims.Kind.EMAIL, view.email(), email.get(), user);
            var profile = new Profile(view.username(), email.get(), view.fullName());
            events.add(message(++sequence, new UserProfileChanged(user.value(), vault.seal(user, profile))));
        }
        var attributes = planned.entry().attributes().filter(given -> !given.equals(view.attributes()));
        if (attributes.isPresent()) {
            events.add(message(++sequence, new UserAttributesChanged(user.value(), attributes.get())));
        }
        return events;
    }

    private Map<UserId, UserView> views(List<Planned> changed) {
        return rows.views(changed.stream().map(Planned::user).toList());
    }

    private static DomainEventMessage<UserEvent> message(long sequence, UserEvent event) {
        var stream = new UserId(event.userId()).stream();
        return new GenericDomainEventMessage<>(AGGREGATE_TYPE, stream, sequence, event);
    }
}
