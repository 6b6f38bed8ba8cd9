package org.mandate.start;

import org.axonframework.messaging.responsetypes.ResponseType;
import org.mandate.authorization.journal.DecisionNotRecorded;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;

/** A gateway whose journal is too late every other time. */
final class LateJournal implements Gateway {

    private final Gateway gateway;
    private boolean late;

    LateJournal(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public <R> Written<R> send(Object command, Caller caller) {
        wait(command);
        return gateway.send(command, caller);
    }

    @Override
    public <R> R ask(Object query, ResponseType<R> type, Caller caller) {
        wait(query);
        return gateway.ask(query, type, caller);
    }

    @Override
    public <R> R readBack(Object query, ResponseType<R> type, Caller caller) {
        return gateway.readBack(query, type, caller);
    }

    @Override
    public Recorded evaluate(Evaluate question, Caller caller) {
        wait(question);
        return gateway.evaluate(question, caller);
    }

    @Override
    public boolean wouldAdmit(Object message, Caller caller) {
        return gateway.wouldAdmit(message, caller);
    }

    private void wait(Object message) {
        late = !late;
        if (late) {
            throw new DecisionNotRecorded("too late for " + message.getClass().getSimpleName());
        }
    }
}
