package org.mandate.authorization.role;

/** Retire a role; its assignments and the edges to it end. */
public record RetireRole(String name) {}
