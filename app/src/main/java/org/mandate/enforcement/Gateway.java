package org.mandate.enforcement;

import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The one way from the edge to the buses. Every message passes the enforcement point before it reaches its handler.
 */
public interface Gateway {

    /**
     * Send a command and wait until it is committed and visible to the next request on this node.
     * @throws AccessRefused when the enforcement point refused it
     */
    <R> Written<R> send(Object command, Caller caller);

    /**
     * Ask a query.
     * @throws AccessRefused when the enforcement point refused it
     */
    <R> R ask(Object query, ResponseType<R> type, Caller caller);

    /**
     * What a command came to.
     * @param position the place in the history that it produced, or the newest one where it changed nothing
     */
    record Written<R>(R result, long position) {}
}
