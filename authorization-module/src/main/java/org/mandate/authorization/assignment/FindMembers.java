package org.mandate.authorization.assignment;

/** Ids of the users to whom the role is assigned directly and now, ordered; answers {@code Set<String>}. */
public record FindMembers(String role) {}
