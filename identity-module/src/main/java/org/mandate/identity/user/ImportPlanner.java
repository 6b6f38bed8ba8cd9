package org.mandate.identity.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserImport.Entry;
import org.mandate.identity.user.UserImport.Fate;
import org.mandate.identity.user.UserImport.Fault;
import org.mandate.identity.user.UserImport.Plan;
import org.mandate.identity.user.UserImport.Planned;
import org.springframework.stereotype.Component;

/** Finds out what importing users comes to, without writing anything. */
@Component
class ImportPlanner {

    private final Claims claims;
    private final ProfileVault vault;
    private final DirectoryRows rows;
    private final AttributeRules attributes;

    ImportPlanner(Claims claims, ProfileVault vault, DirectoryRows rows, AttributeRules attributes) {
        this.claims = claims;
        this.vault = vault;
        this.rows = rows;
        this.attributes = attributes;
    }

    private record Checked(int index, Entry entry, String usernameKey, Optional<String> emailKey) {}

    /** What stands before the import, of all that the entries name. */
    private record Standing(
            Map<String, UserId> usernames,
            Map<String, UserId> emails,
            Set<UserId> known,
            Map<UserId, UserView> views) {}

    /** What is given away in the course of the plan. */
    private record Places(
            Standing standing,
            Map<String, UserId> usernames,
            Map<String, UserId> emails,
            Set<UserId> taken,
            Supplier<UserId> ids) {}

    Plan plan(List<Entry> entries) {
        var faults = new ArrayList<Fault>();
        var checked = check(entries, faults);
        var standing = standing(checked);
        var usernames = new HashMap<String, UserId>(standing.usernames());
        var emails = new HashMap<String, UserId>(standing.emails());
        var places = new Places(standing, usernames, emails, new HashSet<>(), UserId.rising());
        var users = new ArrayList<Planned>();
        for (var item : checked) {
            try {
                users.add(place(item, places));
            } catch (UserRuleViolated e) {
                faults.add(new Fault(item.index(), e.field(), String.valueOf(e.getMessage())));
            }
        }
        return new Plan(List.copyOf(users), List.copyOf(faults));
    }

    private List<Checked> check(List<Entry> entries, List<Fault> faults) {
        var checked = new ArrayList<Checked>();
        for (var i = 0; i < entries.size(); i++) {
            try {
                checked.add(check(i, entries.get(i)));
            } catch (UserRuleViolated e) {
                faults.add(new Fault(i, e.field(), String.valueOf(e.getMessage())));
            }
        }
        return checked;
    }

    private Checked check(int index, Entry entry) {
        var username = FieldRules.username(entry.username());
        var email = entry.email().map(FieldRules::email);
        var given = entry.attributes().map(values -> attributes.patched(Map.of(), values));
        return new Checked(
                index, new Entry(entry.id(), username, email, given), Folding.fold(username), email.map(Folding::fold));
    }

    private Standing standing(List<Checked> checked) {
        var usernames = claims.holders(
                Claims.Kind.USERNAME,
                checked.stream().map(Checked::usernameKey).distinct().toList());
        var emails = claims.holders(
                Claims.Kind.EMAIL,
                checked.stream()
                        .flatMap(item -> item.emailKey().stream())
                        .distinct()
                        .toList());
        var ids = new HashSet<UserId>(usernames.values());
        checked.forEach(item -> item.entry().id().ifPresent(ids::add));
        return new Standing(usernames, emails, vault.known(ids), rows.views(ids));
    }

    private static Planned place(Checked item, Places places) {
        var standing = places.standing();
        var entry = item.entry();
        var holder = Optional.ofNullable(standing.usernames().get(item.usernameKey()));
        var user = entry.id().or(() -> holder).orElseGet(places.ids());
        var view = standing.views().get(user);
        if (view == null && standing.known().contains(user)) {
            throw Accounts.exists();
        }
        if (view != null && !Folding.fold(view.username()).equals(item.usernameKey())) {
            throw FieldRules.invalid("username", "user `" + user + "` has another username");
        }
        if (!places.taken().add(user)) {
            throw FieldRules.invalid("username", "the user stands in the import twice");
        }
        claim(Claims.Kind.USERNAME, places.usernames(), item.usernameKey(), user);
        item.emailKey().ifPresent(key -> claim(Claims.Kind.EMAIL, places.emails(), key, user));
        if (view == null) {
            return new Planned(FieldRules.newId(user), entry, Fate.CREATED);
        }
        var same = entry.email().map(view.email()::equals).orElse(true)
                && entry.attributes().map(view.attributes()::equals).orElse(true);
        return new Planned(user, entry, same ? Fate.UNCHANGED : Fate.CHANGED);
    }

    private static void claim(Claims.Kind kind, Map<String, UserId> holders, String key, UserId user) {
        var holder = holders.putIfAbsent(key, user);
        if (holder != null && !holder.equals(user)) {
            throw kind.taken();
        }
    }
}
