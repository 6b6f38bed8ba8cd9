package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandate.store.Counters.Count;
import org.mandate.store.Counters.CountBoth;
import org.mandate.store.Counters.Counted;
import org.mandate.store.Counters.CounterProjection;
import org.mandate.store.Counters.CountingRefused;
import org.mandate.store.Counters.OpenCounter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What a command comes to, on either database: all of it or nothing, in one transaction. */
abstract class CommandContract extends StoreContract {

    static class Listening {

        static final List<Long> HEARD = new CopyOnWriteArrayList<>();

        @Bean
        HistoryListener recording() {
            return HEARD::add;
        }

        static volatile boolean broken;

        @Bean
        HistoryListener breakable() {
            return position -> {
                if (broken) {
                    throw new IllegalStateException("a listener that fails, on purpose");
                }
            };
        }
    }

    private CommandGateway commands;

    @Override
    Class<?>[] sources() {
        return new Class<?>[] {Counters.class, Listening.class};
    }

    @BeforeAll
    void gateway() {
        commands = context.getBean(CommandGateway.class);
    }

    @Test
    void tellsTheSenderWhichPositionItProduced() {
        CommitNotices receipts = context.getBean(CommitNotices.class);
        CommandMessage<OpenCounter> command = new GenericCommandMessage<>(new OpenCounter(newCounter()));

        try (WriteReceipts.Receipt receipt = receipts.open(command.getIdentifier())) {
            assertThat(receipt.position()).isEmpty();
            commands.sendAndWait(command);
            assertThat(receipt.position()).hasValue(history.head());
        }

        assertThat(receipts.stillOpen()).isZero();
    }

    @Test
    void tellsTheSenderOfTwoCommandsInOneTheLastPosition() {
        String one = opened();
        String other = opened();
        CommandMessage<CountBoth> command = new GenericCommandMessage<>(new CountBoth(one, other, false));

        try (WriteReceipts.Receipt receipt =
                context.getBean(WriteReceipts.class).open(command.getIdentifier())) {
            commands.sendAndWait(command);
            assertThat(receipt.position()).hasValue(history.head());
        }
    }

    @Test
    void wakesTheListenersAfterTheCommit() {
        opened();

        assertThat(Listening.HEARD).last().isEqualTo(history.head());
    }

    @Test
    void countsACommandAsDoneThoughAListenerFails() {
        Listening.broken = true;
        String counter = opened();
        Listening.broken = false;

        assertThat(reached(counter)).isZero();
        assertThat(Listening.HEARD).last().isEqualTo(history.head());
    }

    @Test
    void keepsNothingOfACommandWhoseLastPartFailed() {
        String one = opened();
        String other = opened();
        long before = history.head();

        assertThatThrownBy(() -> commands.sendAndWait(new CountBoth(one, other, true)))
                .isInstanceOf(CountingRefused.class);

        assertThat(history.head()).isEqualTo(before);
        assertThat(reached(one)).isZero();
        assertThat((Integer) commands.sendAndWait(new Count(one))).isEqualTo(1);
    }

    @Test
    void keepsNothingOfACommandThatAReadModelCannotFollow() {
        String counter = newCounter();
        publish(opened(counter));
        publish(IntStream.rangeClosed(1, CounterProjection.LIMIT)
                .mapToObj(to -> counted(counter, to))
                .toList());
        long before = history.head();

        assertThatThrownBy(() -> commands.sendAndWait(new Count(counter))).isInstanceOf(CountingRefused.class);

        assertThat(history.head()).isEqualTo(before);
        assertThat(reached(counter)).isEqualTo(CounterProjection.LIMIT);
    }

    @Test
    void copiesTheOriginOfACommandToItsEventsAndNothingElse() {
        String counter = newCounter();
        Map<String, Object> metadata =
                Map.of("actor", "anna", "requestId", "r1", "decisionId", "d1", "authorities", "admin", "secret", "x");

        commands.sendAndWait(new GenericCommandMessage<>(new OpenCounter(counter), metadata));

        assertThat(events.readEvents(counter).next().getMetaData())
                .containsExactlyInAnyOrderEntriesOf(Map.of("actor", "anna", "requestId", "r1", "decisionId", "d1"));
    }

    @Test
    void refusesToCreateAStreamTwice() {
        String counter = opened();

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> commands.sendAndWait(new OpenCounter(counter)))
                .withMessage("the stream `" + counter + "` exists");
    }

    @Test
    void losesNoCountBetweenTwoNodes() throws Exception {
        String counter = opened();
        long before = history.head();
        try (ConfigurableApplicationContext second = StoreApp.start(database, Counters.class)) {
            CommandGateway elsewhere = second.getBean(CommandGateway.class);

            List<Future<Integer>> answers = race(commands, elsewhere, counter);

            long succeeded = 0;
            for (Future<Integer> answer : answers) {
                succeeded += answer.get() == null ? 0 : 1;
            }
            // A loser of every race is told so; what was answered was counted, exactly once.
            assertThat(succeeded).isBetween(150L, 160L);
            assertThat(reached(counter)).isEqualTo((int) succeeded);
            assertThat(after(before)).hasSize((int) succeeded);
            assertThat(after(before))
                    .extracting(entry -> ((Counted) entry.event()).to())
                    .isEqualTo(IntStream.rangeClosed(1, (int) succeeded).boxed().toList());
        }
    }

    private static List<Future<Integer>> race(CommandGateway here, CommandGateway elsewhere, String counter)
            throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            CommandGateway node = i % 2 == 0 ? here : elsewhere;
            calls.add(() -> {
                try {
                    return node.sendAndWait(new Count(counter));
                } catch (ConcurrencyException e) {
                    return null;
                }
            });
        }
        List<Future<Integer>> answers = clients.invokeAll(calls);
        clients.shutdown();
        return answers;
    }

    private String opened() {
        String counter = newCounter();
        commands.sendAndWait(new OpenCounter(counter));
        return counter;
    }

    private int reached(String counter) {
        return jdbc.sql("SELECT reached FROM counter WHERE id = ?")
                .param(counter)
                .query(Integer.class)
                .single();
    }
}
