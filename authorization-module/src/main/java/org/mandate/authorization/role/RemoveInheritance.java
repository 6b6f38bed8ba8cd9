package org.mandate.authorization.role;

/** End an inheritance. */
public record RemoveInheritance(String role, String inherited) {}
