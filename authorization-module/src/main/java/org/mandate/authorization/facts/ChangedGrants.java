package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Grants that are others with some more and some less: what a role came to for a time. They are asked a little slower and take
 * the room of what changed. Immutable.
 */
final class ChangedGrants extends Grants {

    private static final PermissionName[] NONE = {};

    private final Grants before;
    private final PermissionName[] more;
    private final PermissionName[] less;
    private final boolean wild;

    private ChangedGrants(Grants before, PermissionName[] more, PermissionName[] less, Grants now) {
        super(now.everything());
        this.before = before;
        this.more = more;
        this.less = less;
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
        return more.size() + less.size() > both.size() / 2
                ? now
                : new ChangedGrants(before, more.toArray(NONE), less.toArray(NONE), now);
    }

    @Override
    boolean name(int hash, String type, String action) {
        Grants asked = this;
        while (asked instanceof ChangedGrants changed) {
            if (contain(changed.more, type, action)) {
                return true;
            }
            if (contain(changed.less, type, action)) {
                return false;
            }
            asked = changed.before;
        }
        return asked.name(hash, type, action);
    }

    private static boolean contain(PermissionName[] names, String type, String action) {
        for (PermissionName name : names) {
            if (name.action().equals(action) && name.type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean nameWildcards() {
        return wild;
    }

    @Override
    void addTo(Set<PermissionName> names) {
        Deque<ChangedGrants> changes = new ArrayDeque<>();
        Grants first = this;
        while (first instanceof ChangedGrants changed) {
            changes.push(changed);
            first = changed.before;
        }
        // A set of their own: what others have added may be less here.
        Set<PermissionName> mine = first.all();
        for (ChangedGrants change : changes) {
            mine.removeAll(List.of(change.less));
            mine.addAll(List.of(change.more));
        }
        names.addAll(mine);
    }
}
