package org.mandate.replay;

import java.util.List;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.mandate.identity.ReadModel;
import org.mandate.store.EventReplay;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the handlers of a read model the history again; they write to the table beside. */
final class Beside {

    private static final int PAGE = 2_000;

    private final AnnotationEventHandlerAdapter handlers;
    private final EventReplay history;
    private final TransactionTemplate transactions;
    private final List<String> names;

    Beside(ReadModel model, EventReplay history, TransactionTemplate transactions) {
        this.handlers = new AnnotationEventHandlerAdapter(model.projection());
        this.history = history;
        this.transactions = transactions;
        this.names = history.namesThat(handlers::canHandleType);
    }

    long head() {
        return history.head();
    }

    /** Hand over what comes after a position, up to another, each page in a transaction. */
    long replay(long after, long upTo, LongConsumer progress) {
        long reached = after;
        while (reached < upTo) {
            long end = Math.min(upTo, reached + PAGE);
            List<DomainEventMessage<?>> page = history.read(reached, end, names);
            if (!page.isEmpty()) {
                transactions.executeWithoutResult(status -> handle(page));
            }
            reached = end;
            progress.accept(reached);
        }
        return reached;
    }

    private void handle(List<DomainEventMessage<?>> page) {
        DefaultUnitOfWork.startAndGet(page.get(0)).execute(() -> {
            for (DomainEventMessage<?> event : page) {
                handle(event);
            }
        });
    }

    @SuppressWarnings("IllegalCatch")
    private void handle(DomainEventMessage<?> event) {
        try {
            handlers.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "`" + event.getPayloadType().getSimpleName() + "` of the stream `" + event.getAggregateIdentifier()
                            + "` cannot be handled",
                    e);
        }
    }
}
