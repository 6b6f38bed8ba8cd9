package org.mandate.store;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The local command bus. A command that lost a race for its stream is handled again, in a new transaction, behind the
 * dispatch interceptors: it was decided on once and stays decided. A command inside another one is never retried by
 * itself, since its transaction is the outer one's.
 */
final class RetryingCommandBus extends SimpleCommandBus {

    private static final int TRIES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    RetryingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (CurrentUnitOfWork.isStarted()) {
            super.handle(command, handler, callback);
            return;
        }
        CommandResultMessage<? extends R> result = tryOnce(command, handler);
        for (int tried = 1; tried < TRIES && lostARace(result); tried++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos() * tried));
            result = tryOnce(command, handler);
        }
        callback.onResult(command, result);
    }

    private <C, R> CommandResultMessage<? extends R> tryOnce(
            CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        AtomicReference<CommandResultMessage<? extends R>> outcome = new AtomicReference<>();
        super.<C, R>handle(command, handler, (handled, result) -> outcome.set(result));
        return Objects.requireNonNull(outcome.get());
    }

    private static boolean lostARace(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return false;
        }
        Throwable failure = result.exceptionResult();
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
