package org.mandate.enforcement;

import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The way to the buses of what the system does by itself: the first start and its seeding. Nothing is decided and the actor is
 * {@code system}. The edge has no access to it; a test holds that.
 */
public interface SystemGateway {

    /** Send a command and wait until it is committed and known to this node's facts. */
    <R> Gateway.Written<R> send(Object command);

    /** Ask a query. */
    <R> R ask(Object query, ResponseType<R> type);
}
