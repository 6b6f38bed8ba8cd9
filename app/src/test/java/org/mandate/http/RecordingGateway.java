package org.mandate.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;

/** Answers as it is told to, and remembers what was sent. */
public final class RecordingGateway implements Gateway {

    public final List<Object> sent = new ArrayList<>();
    public boolean admitting = true;
    private final Map<Class<?>, Function<Object, Object>> answers = new HashMap<>();

    /** The answer to messages of this type; whatever it throws is thrown. */
    public void answer(Class<?> message, Function<Object, Object> answer) {
        answers.put(message, answer);
    }

    public Object last() {
        return sent.get(sent.size() - 1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Written<R> send(Object command, Caller caller) {
        sent.add(command);
        return new Written<>((R) answered(command), 42);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R ask(Object query, ResponseType<R> type, Caller caller) {
        sent.add(query);
        return (R) answered(query);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R readBack(Object query, ResponseType<R> type, Caller caller) {
        return (R) answered(query);
    }

    @Override
    public Recorded evaluate(Evaluate question, Caller caller) {
        sent.add(question);
        return (Recorded) answered(question);
    }

    @Override
    public boolean wouldAdmit(Object message, Caller caller) {
        return admitting;
    }

    void forget() {
        sent.clear();
        answers.clear();
        admitting = true;
    }

    private Object answered(Object message) {
        return answers.getOrDefault(message.getClass(), any -> "").apply(message);
    }
}
