package org.mandate.authorization.assignment;

/**
 * Ids of the users to whom the role is assigned directly and now, ordered; answers {@code Set<String>}.
 * @param most how many of them are wanted: the first
 */
public record FindMembers(String role, int most) {}
