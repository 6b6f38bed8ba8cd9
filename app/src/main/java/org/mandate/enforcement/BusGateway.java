package org.mandate.enforcement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.point.Answers;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.store.WriteReceipts;
import org.mandate.store.WriteReceipts.Receipt;

/** Issues passports, dispatches, and waits until this node's facts know of what was written. */
final class BusGateway implements Gateway, SystemGateway, Previews {

    /** The facts follow within milliseconds. Where they do not, the node says itself that it is unfit. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EnforcementPoint point;
    private final CommandBus commands;
    private final QueryBus queries;
    private final WriteReceipts receipts;
    private final FactsStatus facts;
    private final History history;
    private final Rehearsal rehearsal;
    private final Answers answers;

    BusGateway(
            EnforcementPoint point,
            CommandBus commands,
            QueryBus queries,
            WriteReceipts receipts,
            FactsStatus facts,
            History history,
            Rehearsal rehearsal,
            Answers answers) {
        this.point = point;
        this.commands = commands;
        this.queries = queries;
        this.receipts = receipts;
        this.facts = facts;
        this.history = history;
        this.rehearsal = rehearsal;
        this.answers = answers;
    }

    @Override
    public <R> Written<R> send(Object command, Caller caller) {
        return send(command, new Passport.Asking(caller));
    }

    @Override
    public <R> R ask(Object query, ResponseType<R> type, Caller caller) {
        return ask(query, type, new Passport.Asking(caller));
    }

    @Override
    public <R> R readBack(Object query, ResponseType<R> type, Caller caller) {
        return ask(query, type, new Passport.ReadingBack(caller));
    }

    @Override
    public Recorded evaluate(Evaluate question, Caller caller) {
        return answers.answer((Evaluate) point.admit(question, caller).payload());
    }

    @Override
    public boolean wouldAdmit(Object message, Caller caller) {
        return point.wouldAdmit(message, caller);
    }

    @Override
    public List<Object> rehearse(Object command, Caller caller) {
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(Map.of(Passport.KEY, new Passport.Previewing(caller)));
        return rehearsal.of(() -> dispatch(message, new FutureCallback<>()));
    }

    @Override
    public <R> Written<R> send(Object command) {
        return send(command, new Passport.OfSystem());
    }

    @Override
    public <R> R ask(Object query, ResponseType<R> type) {
        return ask(query, type, new Passport.OfSystem());
    }

    private <R> Written<R> send(Object command, Passport passport) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(Map.of(Passport.KEY, passport));
        try (Receipt receipt = receipts.open(message.getIdentifier())) {
            R result = dispatch(message, new FutureCallback<>());
            long position = receipt.position().orElseGet(history::head);
            facts.await(position, PATIENCE);
            return new Written<>(result, position);
        }
    }

    private <R> R dispatch(CommandMessage<Object> message, FutureCallback<Object, R> callback) {
        try {
            commands.dispatch(message, callback);
            var result = callback.getResult();
            if (result.isExceptional()) {
                throw Unwrapped.of(result.exceptionResult());
            }
            return result.getPayload();
        } catch (RuntimeException thrown) {
            throw Unwrapped.of(thrown);
        }
    }

    private <R> R ask(Object query, ResponseType<R> type, Passport passport) {
        QueryMessage<Object, R> message =
                new GenericQueryMessage<>(query, type).andMetaData(Map.of(Passport.KEY, passport));
        try {
            QueryResponseMessage<R> response = queries.query(message).join();
            if (response.isExceptional()) {
                throw Unwrapped.of(response.exceptionResult());
            }
            return response.getPayload();
        } catch (RuntimeException thrown) {
            throw Unwrapped.of(thrown);
        }
    }
}
