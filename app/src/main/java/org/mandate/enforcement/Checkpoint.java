package org.mandate.enforcement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.mandate.enforcement.EnforcementPoint.Admitted;
import org.mandate.identity.MessageOrigin;

/**
 * Stops every message that is dispatched. What a handler sends while it works is covered by the message that it handles; all
 * else needs a passport, or goes no further.
 */
abstract class Checkpoint<T extends Message<?>> implements MessageDispatchInterceptor<T> {

    private final EnforcementPoint point;

    Checkpoint(EnforcementPoint point) {
        this.point = point;
    }

    /** The message again, with another payload and other metadata. */
    abstract T reissue(T message, Object payload, MetaData metaData);

    @Override
    public BiFunction<Integer, T, T> handle(List<? extends T> messages) {
        return (index, message) -> pass(message);
    }

    private T pass(T message) {
        Object passport = message.getMetaData().get(Passport.KEY);
        if (passport instanceof Passport.Asking asking) {
            Admitted admitted = point.admit(message.getPayload(), asking.caller());
            return reissue(message, admitted.payload(), origin(asking.caller(), admitted.decisionId()));
        }
        if (passport instanceof Passport.Previewing previewing) {
            Admitted admitted = point.admitPreview(message.getPayload(), previewing.caller());
            return reissue(message, admitted.payload(), origin(previewing.caller(), admitted.decisionId()));
        }
        if (passport instanceof Passport.ReadingBack reading) {
            return reissue(message, message.getPayload(), origin(reading.caller(), Optional.empty()));
        }
        if (passport instanceof Passport.OfSystem) {
            return reissue(message, message.getPayload(), MetaData.with(MessageOrigin.ACTOR, MessageOrigin.SYSTEM));
        }
        if (CurrentUnitOfWork.isStarted()) {
            return message;
        }
        throw new IllegalStateException(
                "`" + message.getPayloadType().getSimpleName() + "` was dispatched on nobody's account");
    }

    /** Exactly this and no more: whatever else stood in the metadata does not reach the handler. */
    private static MetaData origin(Caller caller, Optional<String> decisionId) {
        Map<String, String> origin = new HashMap<>();
        origin.put(MessageOrigin.ACTOR, caller.user().map(user -> user.value()).orElse(MessageOrigin.SYSTEM));
        origin.put(MessageOrigin.REQUEST_ID, caller.requestId());
        decisionId.ifPresent(id -> origin.put(MessageOrigin.DECISION_ID, id));
        return MetaData.from(origin);
    }
}
