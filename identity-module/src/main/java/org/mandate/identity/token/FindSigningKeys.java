package org.mandate.identity.token;

/** The keys that tokens are signed with, the newest first; answers {@code List<SigningKeyView>}. */
public record FindSigningKeys() {}
