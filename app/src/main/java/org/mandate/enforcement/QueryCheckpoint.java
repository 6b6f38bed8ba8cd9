package org.mandate.enforcement;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.StreamingQueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryMessage;

/** The checkpoint of the query bus. */
final class QueryCheckpoint extends Checkpoint<QueryMessage<?, ?>> {

    QueryCheckpoint(EnforcementPoint point) {
        super(point);
    }

    @Override
    QueryMessage<?, ?> reissue(QueryMessage<?, ?> message, Object payload, MetaData metaData) {
        if (message instanceof SubscriptionQueryMessage || message instanceof StreamingQueryMessage) {
            throw new IllegalStateException("only queries with one answer pass the enforcement point");
        }
        return new GenericQueryMessage<>(
                new GenericMessage<>(message.getIdentifier(), payload, metaData),
                message.getQueryName(),
                message.getResponseType());
    }
}
