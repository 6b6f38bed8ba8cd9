package org.mandate.identity.token;

import com.nimbusds.jose.jwk.JWKSet;

/** The keys that access tokens are signed with: kept in the database, private halves encrypted, rotated with overlap. */
public interface TokenKeys {

    /** The public keys that tokens may be verified with now, for {@code /oauth2/jwks} and for this server's own check. */
    JWKSet published();
}
