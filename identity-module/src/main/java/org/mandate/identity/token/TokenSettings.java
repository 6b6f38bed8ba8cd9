package org.mandate.identity.token;

import java.time.Duration;

/**
 * What access tokens say and how long they live.
 * @param issuer the {@code iss} claim: the base URL of this installation
 * @param audience the {@code aud} claim
 * @param patience how long a request waits to learn whether its token is still good
 */
public record TokenSettings(
        String issuer, String audience, Duration accessLifetime, Duration refreshLifetime, Duration patience) {}
