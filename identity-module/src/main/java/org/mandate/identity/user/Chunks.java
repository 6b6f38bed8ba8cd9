package org.mandate.identity.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists in parts that a database takes as parameters. */
final class Chunks {

    private Chunks() {}

    static <T> List<List<T>> of(Collection<T> all, int size) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return chunks;
    }
}
