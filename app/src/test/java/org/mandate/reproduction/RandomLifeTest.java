package org.mandate.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.reproduction.DecideAllAgain;
import org.mandate.authorization.reproduction.FindReproduction;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.ReproducedStretch;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUserId;
import org.mandate.replay.FindProjectionNamed;
import org.mandate.replay.ProjectionView;
import org.mandate.replay.RebuildFromHistory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A random life of the whole system, with a restart in the middle; then every decision that was ever recorded is decided again.
 * Another life: {@code -Dmandate.life.seed=7 -Dmandate.life.steps=20000}.
 */
@ParameterizedClass
@EnumSource(RandomLifeTest.Kind.class)
class RandomLifeTest {

    private static final long SEED = Long.getLong("mandate.life.seed", 20_261_127);
    private static final int STEPS = Integer.getInteger("mandate.life.steps", 4_000);

    enum Kind {
        H2,
        POSTGRES;

        Database database() {
            return this == H2 ? Databases.h2() : Databases.postgres();
        }
    }

    @Parameter
    Kind kind;

    @Test
    void everyDecisionIsReproduced() {
        Database database = kind.database();
        RandomLife life;
        try (ConfigurableApplicationContext app = RunningApp.on(database)) {
            life = new RandomLife(new Random(SEED), app.getBean("gateway", Gateway.class), admin(app));
            life.live(STEPS / 2);
        }
        try (ConfigurableApplicationContext app = RunningApp.on(database)) {
            life.goOnWith(app.getBean("gateway", Gateway.class));
            life.live(STEPS / 4);
            rebuild(app);
            life.live(STEPS / 4);

            awaitTheRebuild(app);
            ReproducedStretch all = reproduced(app);

            System.out.printf("life on %s, seed %d: %s, refused %s%n", kind, SEED, all, life.refused());
            assertThat(all.state()).isEqualTo(State.DONE);
            assertThat(all.differing()).isEmpty();
            assertThat(all.different()).isZero();
            long lost = lostWithPersons(app, life);
            assertThat(lost).as("some are erased").isPositive();
            assertThat(all.notReproducible()).isEqualTo(Map.of("erased", lost, "unreadable", 0L));
            assertThat(all.reproduced()).isEqualTo(all.decisions() - lost);
            assertThat(all.decisions()).isEqualTo(decisions(app).size()).isGreaterThan(STEPS / 2);
            assertThat(channels(app))
                    .allSatisfy((channel, count) ->
                            assertThat(count).as(channel.label()).isGreaterThan(STEPS / 20));
        }
    }

    private static void rebuild(ConfigurableApplicationContext app) {
        SystemGateway gateway = app.getBean(SystemGateway.class);
        gateway.send(new RebuildFromHistory("facts"));
    }

    private static void awaitTheRebuild(ConfigurableApplicationContext app) {
        SystemGateway gateway = app.getBean(SystemGateway.class);
        await().until(() -> gateway.ask(
                        new FindProjectionNamed("facts"), ResponseTypes.optionalInstanceOf(ProjectionView.class))
                .flatMap(ProjectionView::lastRebuild)
                .filter(ProjectionView.Finding::equal)
                .isPresent());
    }

    private static ReproducedStretch reproduced(ConfigurableApplicationContext app) {
        SystemGateway gateway = app.getBean(SystemGateway.class);
        String id = gateway.<String>send(new DecideAllAgain(Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .result();
        return gateway.ask(
                        new FindReproduction(id, Duration.ofMinutes(2)),
                        ResponseTypes.optionalInstanceOf(ReproducedStretch.class))
                .orElseThrow();
    }

    private static Map<Channel, Integer> channels(ConfigurableApplicationContext app) {
        Map<Channel, Integer> channels = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            channels.put(channel, 0);
        }
        decisions(app).forEach(decision -> channels.merge(decision.provenance().channel(), 1, Integer::sum));
        return channels;
    }

    /** What was decided about a person before they were erased went with them; nothing else did. */
    private static long lostWithPersons(ConfigurableApplicationContext app, RandomLife life) {
        Map<SubjectId, Long> erased = life.erased();
        return decisions(app).stream()
                .filter(decision -> decision.position() < erased.getOrDefault(decision.subject(), 0L))
                .count();
    }

    private static List<DecisionRecord> decisions(ConfigurableApplicationContext app) {
        JournalRecords records = app.getBean(JournalRecords.class);
        List<DecisionRecord> found = new ArrayList<>();
        records.read(0, Integer.MAX_VALUE, stored -> {
            if (records.open(stored) instanceof DecisionRecord decision) {
                found.add(decision);
            }
        });
        return found;
    }

    private static UserId admin(ConfigurableApplicationContext app) {
        return app.getBean(SystemGateway.class)
                .ask(new FindUserId("admin"), ResponseTypes.optionalInstanceOf(UserId.class))
                .orElseThrow();
    }
}
