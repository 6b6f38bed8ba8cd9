package org.mandate.identity.token;

/** End somebody's session: its access and refresh tokens are dead. Answers whether it stood. */
public record EndSession(String session) {}
