package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The smallest of all that is offered, each once. Nearly everything else costs one comparison. */
final class Smallest<T> {

    private final int most;
    private final Comparator<? super T> order;
    private final NavigableSet<T> kept;

    Smallest(int most, Comparator<? super T> order) {
        this.most = most;
        this.order = order;
        this.kept = new TreeSet<>(order);
    }

    /** @param stands asked only of what would be among them */
    void offer(T candidate, Predicate<? super T> stands) {
        boolean full = kept.size() >= most;
        if (full && (most == 0 || order.compare(candidate, kept.last()) >= 0)) {
            return;
        }
        if (stands.test(candidate) && kept.add(candidate) && full) {
            kept.pollLast();
        }
    }

    /** In their order. */
    Collection<T> all() {
        return kept;
    }
}
