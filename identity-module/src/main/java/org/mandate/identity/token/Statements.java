package org.mandate.identity.token;

import java.util.Map;

/** What this installation says of itself, signed with the key that signs its tokens. No statement passes for a token. */
public interface Statements {

    /** The claims and their issuer as a JWT; the same JWT for the same claims as long as the key is the same. */
    String signed(Map<String, String> claims);
}
