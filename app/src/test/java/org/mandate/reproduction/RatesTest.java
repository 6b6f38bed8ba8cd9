package org.mandate.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.point.EvaluateAll;
import org.mandate.authorization.reproduction.DecideAllAgain;
import org.mandate.authorization.reproduction.FindReproduction;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.ReproducedStretch;
import org.mandate.authorization.reproduction.WalkProgress;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.Manner;
import org.mandate.authorization.simulation.Sample;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.authorization.usage.FindUnusedGrants;
import org.mandate.authorization.usage.UnusedGrants;
import org.mandate.enforcement.SystemGateway;
import org.mandate.enrolment.EnrolUser;
import org.mandate.identity.UserId;
import org.mandate.proposal.ProposedChange;
import org.mandate.proposal.RunSimulation;
import org.springframework.context.ConfigurableApplicationContext;

/** How many decisions a second are decided again, and tried under a change. Run it with {@code -Dmandate.rates=200000}. */
@EnabledIfSystemProperty(named = "mandate.rates", matches = "[0-9]+")
class RatesTest {

    private static final int DECISIONS = Integer.getInteger("mandate.rates", 200_000);
    private static final int BATCH = 100;
    private static final int PEOPLE = 200;
    private static final int RUNS = 4;

    @Test
    void decidesAndTriesManyAgain() {
        Database database = Boolean.getBoolean("mandate.rates.postgres") ? Databases.postgres() : Databases.h2();
        try (ConfigurableApplicationContext app = RunningApp.on(database, "--mandate.journal.patience=5s")) {
            SystemGateway gateway = app.getBean(SystemGateway.class);
            List<UserId> people = people(gateway);
            fill(gateway, people);
            for (int run = 0; run < RUNS; run++) {
                say("decided again", () -> reproduced(gateway).progress());
            }
            for (int run = 0; run < RUNS; run++) {
                say("simulated", () -> simulated(gateway, people.get(0)).progress());
            }
            for (int run = 0; run < RUNS; run++) {
                say("use of grants", () -> used(gateway).progress());
            }
        }
    }

    /** The processor time is that of the whole process: the compiler, the collector and the search index are in it. */
    private static void say(String what, Supplier<WalkProgress.View> work) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = process.getProcessCpuTime();
        WalkProgress.View walked = work.get();
        double micros = (process.getProcessCpuTime() - before) / 1e3 / walked.total();
        System.out.printf(Locale.ROOT, "%s: %,d/s, %.1f us of processor time each%n", what, walked.perSecond(), micros);
    }

    private static List<UserId> people(SystemGateway gateway) {
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(gateway.<UserId>send(new EnrolUser(
                            "rate-" + i,
                            "rate-" + i + "@example.org",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("level", i % 4),
                            Optional.of(i % 2 == 0 ? List.of("user", "editor") : List.of("user"))))
                    .result());
        }
        return people;
    }

    private static void fill(SystemGateway gateway, List<UserId> people) {
        IntStream.range(0, DECISIONS / BATCH).parallel().forEach(batch -> {
            List<Evaluate> questions = IntStream.range(0, BATCH)
                    .mapToObj(i -> question(people.get((batch * 31 + i) % PEOPLE), batch + i))
                    .toList();
            gateway.ask(
                    new EvaluateAll(questions, EvaluateAll.Semantic.ALL, asked()),
                    ResponseTypes.multipleInstancesOf(Recorded.class));
        });
    }

    private static Evaluate question(UserId user, int i) {
        return new Evaluate(
                SubjectId.user(user.value()),
                Map.of(),
                Action.of(i % 3 == 0 ? "update" : "read"),
                Resource.of("posts", "post-" + i % 1_000),
                i % 5 == 0 ? Map.of("mfa", true) : Map.of(),
                Optional.of("10.1.2.3"),
                asked());
    }

    private static Provenance asked() {
        return new Provenance(
                new SubjectId("service", "gateway"),
                Optional.of("10.9.9.9"),
                Optional.of("rates"),
                "r",
                Channel.ACCESS_API);
    }

    private static ReproducedStretch reproduced(SystemGateway gateway) {
        String id = gateway.<String>send(new DecideAllAgain(Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .result();
        ReproducedStretch all = gateway.ask(
                        new FindReproduction(id, Duration.ofMinutes(5)),
                        ResponseTypes.optionalInstanceOf(ReproducedStretch.class))
                .orElseThrow();
        assertThat(all.reproduced()).isEqualTo(all.decisions()).isGreaterThanOrEqualTo(DECISIONS);
        return all;
    }

    private static SimulationView simulated(SystemGateway gateway, UserId person) {
        Catalogue one = new Catalogue(
                List.of(),
                List.of(),
                List.of(new SubjectEntry(
                        "user",
                        Optional.of(person.value()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Grant("editor", Terms.UNLIMITED)))));
        String id = gateway.<String>send(new RunSimulation(
                        List.of(new ProposedChange(Manner.REMOVE, one, List.of())),
                        new AskedFor(List.of(), Sample.between(Optional.empty(), Optional.empty()), Optional.empty())))
                .result();
        await().atMost(Duration.ofMinutes(5)).until(() -> view(gateway, id).state() != State.RUNNING);
        SimulationView view = view(gateway, id);
        assertThat(view.found().allowToDeny().count()).isPositive();
        return view;
    }

    private static SimulationView view(SystemGateway gateway, String id) {
        return gateway.ask(new FindSimulation(id), ResponseTypes.optionalInstanceOf(SimulationView.class))
                .orElseThrow();
    }

    private static UnusedGrants used(SystemGateway gateway) {
        var query = new FindUnusedGrants(java.time.Instant.EPOCH, Optional.empty(), Duration.ofMinutes(5));
        UnusedGrants found = gateway.ask(query, ResponseTypes.optionalInstanceOf(UnusedGrants.class))
                .orElseThrow();
        assertThat(Set.of(State.DONE)).contains(found.state());
        return found;
    }
}
