package org.mandate.identity.user;

/**
 * The id that this text means; answers {@code Optional<UserId>}.
 * @param usernameOrId matched as an id first, then as a username without regard to case
 */
public record FindUserId(String usernameOrId) {}
