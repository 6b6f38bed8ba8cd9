package org.mandate.authorization.facts;

/**
 * The name of a permission and its two parts; of a wildcard's, one or both are {@code *}. A name has one colon.
 * @param hash of its parts
 */
record PermissionName(String name, String type, String action, int hash) {

    /** The wildcard that stands for all. */
    static final PermissionName EVERY = of("*:*");

    static PermissionName of(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException("`" + name + "` is stored but is no permission");
        }
        String type = name.substring(0, colon);
        String action = name.substring(colon + 1);
        return new PermissionName(name, type, action, PermissionNames.hash(type, action));
    }

    /** Whether these are its parts, and their hash. */
    boolean is(int askedHash, String askedType, String askedAction) {
        return hash == askedHash && action.equals(askedAction) && type.equals(askedType);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    boolean isWildcard() {
        return name.indexOf('*') >= 0;
    }
}
