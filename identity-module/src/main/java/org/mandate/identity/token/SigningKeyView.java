package org.mandate.identity.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that tokens are signed with, without the key itself.
 * @param signsFrom when it signs, until a newer one does
 * @param publishedUntil when tokens that it signed are accepted no longer; empty while it is the newest
 */
public record SigningKeyView(String keyId, Instant signsFrom, Optional<Instant> publishedUntil) {}
