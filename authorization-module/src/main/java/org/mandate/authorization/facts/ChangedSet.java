package org.mandate.authorization.facts;

import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A set that is another one with some more and some less, and takes the room of what changed. Immutable. */
abstract sealed class ChangedSet<E> extends AbstractSet<E> {

    private static final Object[] NONE = {};

    private final Set<E> before;

    private ChangedSet(Set<E> before) {
        this.before = before;
    }

    /** The same as the set now, as a change of the one before. */
    static <E> Set<E> between(Set<E> before, Set<E> now) {
        Set<E> more = without(now, before);
        Set<E> less = without(before, now);
        if (more.size() + less.size() == 1) {
            return new ByOne<>(before, (more.isEmpty() ? less : more).iterator().next(), less.isEmpty());
        }
        return more.size() + less.size() > now.size() / 2 ? now : new BySome<>(before, more, less);
    }

    private static <E> Set<E> without(Set<E> set, Set<E> others) {
        Set<E> rest = new HashSet<>(set);
        rest.removeAll(others);
        return rest;
    }

    /** How nearly all change. */
    private static final class ByOne<E> extends ChangedSet<E> {

        private final E element;
        private final boolean more;

        ByOne(Set<E> before, E element, boolean more) {
            super(before);
            this.element = element;
            this.more = more;
        }

        @Override
        Found found(Object asked) {
            return !element.equals(asked) ? Found.UNCHANGED : more ? Found.MORE : Found.LESS;
        }

        @Override
        void change(Set<E> set) {
            if (more) {
                set.add(element);
            } else {
                set.remove(element);
            }
        }
    }

    private static final class BySome<E> extends ChangedSet<E> {

        private final Object[] more;
        private final Object[] less;

        BySome(Set<E> before, Set<E> more, Set<E> less) {
            super(before);
            this.more = HashOrder.<Object>sorted(new ArrayList<>(more), NONE);
            this.less = HashOrder.<Object>sorted(new ArrayList<>(less), NONE);
        }

        @Override
        Found found(Object asked) {
            return HashOrder.contains(more, asked)
                    ? Found.MORE
                    : HashOrder.contains(less, asked) ? Found.LESS : Found.UNCHANGED;
        }

        @Override
        @SuppressWarnings("unchecked")
        void change(Set<E> set) {
            List.of(less).forEach(set::remove);
            set.addAll((List<E>) List.of(more));
        }
    }

    /** What a change says of an element. */
    enum Found {
        MORE,
        LESS,
        UNCHANGED
    }

    abstract Found found(Object asked);

    abstract void change(Set<E> set);

    @Override
    public final boolean contains(Object element) {
        Set<E> asked = this;
        while (asked instanceof ChangedSet<E> changed) {
            Found found = changed.found(element);
            if (found != Found.UNCHANGED) {
                return found == Found.MORE;
            }
            asked = changed.before;
        }
        return asked.contains(element);
    }

    @Override
    public final Iterator<E> iterator() {
        return Collections.unmodifiableSet(whole()).iterator();
    }

    @Override
    public final int size() {
        return whole().size();
    }

    private Set<E> whole() {
        Deque<ChangedSet<E>> changes = new ArrayDeque<>();
        Set<E> first = this;
        while (first instanceof ChangedSet<E> changed) {
            changes.push(changed);
            first = changed.before;
        }
        Set<E> all = new HashSet<>(first);
        changes.forEach(change -> change.change(all));
        return all;
    }
}
