package org.mandate.enforcement;

import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.identity.UserId;

/**
 * Who is calling, as the edge verified it.
 * @param user empty for an anonymous caller
 * @param scopes of the access token; empty where the caller did not come with one
 * @param session the session that the token belongs to
 * @param ip the address of the connection, or what a configured proxy said it was
 */
public record Caller(
        Optional<UserId> user,
        Optional<Set<String>> scopes,
        Optional<String> session,
        Optional<String> ip,
        Optional<String> userAgent,
        String requestId,
        Channel channel) {}
