package org.mandate.authorization.role;

/** Let a role inherit from another. */
public record AddInheritance(String role, String inherited) {}
