package org.mandate.authorization.condition;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that a condition made. The library goes through whatever is named, down to the last member and several times at each
 * step of an iteration; so each look counts, and that of a list or an object within counts for all that is in it.
 */
final class Gathered extends AbstractList<Object> implements RandomAccess {

    private final List<Object> items;

    private Gathered(List<Object> items) {
        this.items = items;
    }

    static List<Object> of(List<Object> first, List<Object> second) {
        List<Object> items = new ArrayList<>(first.size() + second.size());
        items.addAll(first instanceof Gathered gathered ? gathered.items : first);
        second.forEach(item -> items.add(Values.counted(item)));
        return new Gathered(items);
    }

    @Override
    public Object get(int index) {
        Effort.look();
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
