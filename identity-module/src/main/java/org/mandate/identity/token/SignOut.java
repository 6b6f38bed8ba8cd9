package org.mandate.identity.token;

/** End a session: its access and refresh tokens are dead. */
public record SignOut(String session) {}
