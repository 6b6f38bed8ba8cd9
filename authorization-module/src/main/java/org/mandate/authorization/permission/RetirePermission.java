package org.mandate.authorization.permission;

/** Take a permission out of the catalogue and from every role that holds it. */
public record RetirePermission(String name) {}
