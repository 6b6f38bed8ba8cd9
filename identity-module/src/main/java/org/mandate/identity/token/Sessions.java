package org.mandate.identity.token;

/** Which sessions stand. An access token is good only while its session is. */
public interface Sessions {

    /** True while the session is neither ended nor revoked and its user is active; at most one second old on other nodes. */
    boolean live(String session);
}
