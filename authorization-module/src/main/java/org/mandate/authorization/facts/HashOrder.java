package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Elements in the order of their hashes: found by halving, and in no more room than they take themselves. */
final class HashOrder {

    private HashOrder() {}

    static <E> E[] sorted(Collection<E> elements, E[] none) {
        E[] sorted = elements.toArray(none);
        Arrays.sort(sorted, Comparator.comparingInt(Object::hashCode));
        return sorted;
    }

    /** Where the elements of this hash begin, if there are any. */
    static int begin(Object[] sorted, int hash) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].hashCode() < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static boolean contains(Object[] sorted, Object element) {
        int hash = element.hashCode();
        for (int i = begin(sorted, hash); i < sorted.length && sorted[i].hashCode() == hash; i++) {
            if (sorted[i].equals(element)) {
                return true;
            }
        }
        return false;
    }
}
