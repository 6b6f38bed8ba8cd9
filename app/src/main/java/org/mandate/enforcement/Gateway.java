package org.mandate.enforcement;

import org.axonframework.messaging.responsetypes.ResponseType;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;

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
     * Ask for what a write of the same request has just produced, for its answer. The decision that let the write through
     * covers it: it is neither decided nor recorded again. Never for anything that the caller named and the write did not touch.
     */
    <R> R readBack(Object query, ResponseType<R> type, Caller caller);

    /**
     * Ask for one decision by the short way: the enforcement point lets the question through or refuses it as any other, and
     * only the bus is left out, which costs more than the decision.
     * @throws AccessRefused when the enforcement point refused it
     */
    Recorded evaluate(Evaluate question, Caller caller);

    /**
     * Whether the message would be let through now; nothing is recorded. For what must be known before a costly body is read.
     */
    boolean wouldAdmit(Object message, Caller caller);

    /**
     * What a command came to.
     * @param position the place in the history that it produced, or the newest one where it changed nothing
     */
    record Written<R>(R result, long position) {}
}
