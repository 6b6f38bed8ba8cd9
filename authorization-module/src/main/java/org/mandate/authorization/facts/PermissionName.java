package org.mandate.authorization.facts;

/** The name of a permission and its two parts; of a wildcard's, one or both are {@code *}. A name has one colon. */
record PermissionName(String name, String type, String action) {

    /** The wildcard that stands for all. */
    static final PermissionName EVERY = new PermissionName("*:*", "*", "*");

    static PermissionName of(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("`" + name + "` is stored but is no permission");
        }
        return new PermissionName(name, name.substring(0, colon), name.substring(colon + 1));
    }

    boolean isWildcard() {
        return name.indexOf('*') >= 0;
    }
}
