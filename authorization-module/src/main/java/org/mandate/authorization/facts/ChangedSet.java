package org.mandate.authorization.facts;

import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** A set that is another one with some more and some less, and takes the room of what changed. Immutable. */
final class ChangedSet<E> extends AbstractSet<E> {

    private final Set<E> before;
    private final Set<E> more;
    private final Set<E> less;

    private ChangedSet(Set<E> before, Set<E> more, Set<E> less) {
        this.before = before;
        this.more = more;
        this.less = less;
    }

    /** The same as the set now, as a change of the one before. */
    static <E> Set<E> between(Set<E> before, Set<E> now) {
        Set<E> more = without(now, before);
        Set<E> less = without(before, now);
        return more.size() + less.size() > now.size() / 2
                ? now
                : new ChangedSet<>(before, Set.copyOf(more), Set.copyOf(less));
    }

    private static <E> Set<E> without(Set<E> set, Set<E> others) {
        Set<E> rest = new HashSet<>(set);
        rest.removeAll(others);
        return rest;
    }

    @Override
    public boolean contains(Object element) {
        Set<E> asked = this;
        while (asked instanceof ChangedSet<E> changed) {
            if (changed.more.contains(element)) {
                return true;
            }
            if (changed.less.contains(element)) {
                return false;
            }
            asked = changed.before;
        }
        return asked.contains(element);
    }

    @Override
    public Iterator<E> iterator() {
        Deque<ChangedSet<E>> changes = new ArrayDeque<>();
        Set<E> first = this;
        while (first instanceof ChangedSet<E> changed) {
            changes.push(changed);
            first = changed.before;
        }
        Set<E> all = new HashSet<>(first);
        for (ChangedSet<E> change : changes) {
            all.removeAll(change.less);
            all.addAll(change.more);
        }
        return Collections.unmodifiableSet(all).iterator();
    }

    @Override
    public int size() {
        return before.size() + more.size() - less.size();
    }
}
