package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Roles by name and, where assignments refer to them, by number. A role that is assigned has a number whether it stands or
 * not. One writer, any number of readers. Layers as {@link Table} does.
 */
final class RoleTable {

    private final Table<String, Timeline<RoleFacts>> byName;
    private final Interned<String> names;
    private final boolean layered;
    private volatile @Nullable Timeline<RoleFacts>[] byNumber = room(16);

    RoleTable(@Nullable RoleTable below) {
        this(below, Long.MAX_VALUE);
    }

    /** @param from of the other's roles, what came behind this position is left out where they change here */
    RoleTable(@Nullable RoleTable below, long from) {
        this.byName = new Table<>(below == null ? null : below.byName, role -> role.until(from));
        this.names = new Interned<>(below == null ? null : below.names);
        this.layered = below != null;
    }

    @Nullable
    Timeline<RoleFacts> get(String name) {
        return byName.get(name);
    }

    /** What the writer goes on from. */
    @Nullable
    Timeline<RoleFacts> last(String name) {
        return byName.last(name);
    }

    @Nullable
    Timeline<RoleFacts> get(int number) {
        if (layered) {
            return byName.get(names.at(number));
        }
        @Nullable Timeline<RoleFacts>[] all = byNumber;
        return number < all.length ? all[number] : null;
    }

    void put(String name, Timeline<RoleFacts> role) {
        byName.put(name, role);
        int number = names.of(name);
        if (layered) {
            return;
        }
        @Nullable Timeline<RoleFacts>[] all = byNumber;
        if (number >= all.length) {
            all = Arrays.copyOf(all, number + (number >> 1));
        }
        all[number] = role;
        byNumber = all;
    }

    /** The number that assignments of the role refer to it by. */
    int numbered(String name) {
        return names.of(name);
    }

    /** The same, or {@link Interned#UNKNOWN} where it was never assigned nor defined. */
    int number(String name) {
        return names.find(name);
    }

    String name(int number) {
        return names.at(number);
    }

    Set<String> keys() {
        return byName.keys();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Timeline<RoleFacts>[] room(int size) {
        return (Timeline<RoleFacts>[]) new Timeline<?>[size];
    }
}
