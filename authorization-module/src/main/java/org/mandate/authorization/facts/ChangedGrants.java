package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.facts.ChangedSet.Found;

/**
 * Grants that are others with some more and some less: what a role came to for a time. They are asked a little slower and take
 * the room of what changed. Immutable.
 */
abstract sealed class ChangedGrants extends Grants {

    private static final PermissionName[] NONE = {};

    private final Grants before;
    private final boolean wild;

    private ChangedGrants(Grants before, Grants now) {
        super(now.everything());
        this.before = before;
        this.wild = now.nameWildcards();
    }

    /** The same as the grants now, as a change of those before. */
    static Grants between(Grants before, Grants now) {
        Set<PermissionName> more = now.all();
        Set<PermissionName> less = before.all();
        Set<PermissionName> both = now.all();
        both.retainAll(less);
        more.removeAll(both);
        less.removeAll(both);
        if (more.size() + less.size() == 1) {
            return new ByOne(before, (more.isEmpty() ? less : more).iterator().next(), less.isEmpty(), now);
        }
        return more.size() + less.size() > both.size() / 2
                ? now
                : new BySome(before, HashOrder.sorted(more, NONE), HashOrder.sorted(less, NONE), now);
    }

    /** How nearly all change. */
    private static final class ByOne extends ChangedGrants {

        private final PermissionName name;
        private final boolean more;

        ByOne(Grants before, PermissionName name, boolean more, Grants now) {
            super(before, now);
            this.name = name;
            this.more = more;
        }

        @Override
        Found found(int hash, String type, String action) {
            return !name.is(hash, type, action) ? Found.UNCHANGED : more ? Found.MORE : Found.LESS;
        }

        @Override
        void change(Set<PermissionName> names) {
            if (more) {
                names.add(name);
            } else {
                names.remove(name);
            }
        }
    }

    private static final class BySome extends ChangedGrants {

        private final PermissionName[] more;
        private final PermissionName[] less;

        BySome(Grants before, PermissionName[] more, PermissionName[] less, Grants now) {
            super(before, now);
            this.more = more;
            this.less = less;
        }

        @Override
        Found found(int hash, String type, String action) {
            return contain(more, hash, type, action)
                    ? Found.MORE
                    : contain(less, hash, type, action) ? Found.LESS : Found.UNCHANGED;
        }

        private static boolean contain(PermissionName[] names, int hash, String type, String action) {
            for (int i = HashOrder.begin(names, hash); i < names.length && names[i].hash() == hash; i++) {
                if (names[i].is(hash, type, action)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        void change(Set<PermissionName> names) {
            List.of(less).forEach(names::remove);
            names.addAll(List.of(more));
        }
    }

    abstract Found found(int hash, String type, String action);

    abstract void change(Set<PermissionName> names);

    @Override
    final boolean name(int hash, String type, String action) {
        Grants asked = this;
        while (asked instanceof ChangedGrants changed) {
            Found found = changed.found(hash, type, action);
            if (found != Found.UNCHANGED) {
                return found == Found.MORE;
            }
            asked = changed.before;
        }
        return asked.name(hash, type, action);
    }

    @Override
    final boolean nameWildcards() {
        return wild;
    }

    @Override
    final void addTo(Set<PermissionName> names) {
        Deque<ChangedGrants> changes = new ArrayDeque<>();
        Grants first = this;
        while (first instanceof ChangedGrants changed) {
            changes.push(changed);
            first = changed.before;
        }
        // A set of their own: what others have added may be less here.
        Set<PermissionName> mine = first.all();
        changes.forEach(change -> change.change(mine));
        names.addAll(mine);
    }
}
