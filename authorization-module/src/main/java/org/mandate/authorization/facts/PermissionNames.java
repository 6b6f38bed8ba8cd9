package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.Set;

/** A set of permissions that is asked by the two parts of a name, and makes nothing to answer. Immutable. */
final class PermissionNames {

    private final int[] hashes;
    private final PermissionName[] names;
    private final int mask;

    PermissionNames(Collection<PermissionName> members) {
        int size = Math.max(2, Integer.highestOneBit(members.size() * 3 / 2) << 1);
        this.hashes = new int[size];
        this.names = new PermissionName[size];
        this.mask = size - 1;
        members.forEach(this::add);
    }

    /** The hash that {@link #contain} takes; never 0, which is an empty slot's. */
    static int hash(String type, String action) {
        int mixed = (type.hashCode() * 31 + action.hashCode()) * 0x9e3779b9;
        return (mixed ^ (mixed >>> 15)) | (1 << 31);
    }

    boolean contain(int hash, String type, String action) {
        for (int slot = hash & mask; hashes[slot] != 0; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash
                    && names[slot].action().equals(action)
                    && names[slot].type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    void addTo(Set<? super PermissionName> into) {
        for (PermissionName name : names) {
            if (name != null) {
                into.add(name);
            }
        }
    }

    private void add(PermissionName name) {
        int hash = name.hash();
        int slot = hash & mask;
        while (hashes[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        names[slot] = name;
    }
}
