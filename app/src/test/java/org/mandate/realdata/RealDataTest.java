package org.mandate.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LiveFacts;

/**
 * Real access-control data with the complete right answers: imported over HTTP, then asked pair by pair. The data stays outside
 * the project: its folder is named by {@code -Dmandate.realData=FOLDER}.
 */
class RealDataTest {

    private static final int OVER_HTTP = 5_000;
    private static final long SEED = 20_081_101;

    /** A user by name, and a permission. */
    private record Pair(String user, String permission) {

        String resourceType() {
            return permission.substring(0, permission.indexOf(':'));
        }

        String action() {
            return permission.substring(permission.indexOf(':') + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fire1, 365, 709, 31951, 258785", "americas_small, 3477, 1587, 105205, 605205"})
    void answersAsTheTruthHasIt(String name, int users, int permissions, int allowed, int asked) throws IOException {
        String folder = System.getProperty("mandate.realData", "");
        assumeTrue(!folder.isBlank(), "no real data to ask about: pass -Dmandate.realData=FOLDER");
        Path catalogue = Path.of(folder, name + ".catalogue.json");
        Set<Pair> truth = truth(Path.of(folder, name + ".truth.tsv"));
        assertThat(truth).hasSize(allowed);
        try (ImportedSystem system = ImportedSystem.with(catalogue)) {
            assertThat(system.userIds()).hasSize(users);
            List<Pair> pairs = questions(truth, system, permissions, asked);
            assertThat(pairs).hasSize(asked);
            assertThat(differencesOfTheFunction(pairs, truth, system)).isEmpty();
            assertThat(differencesOverHttp(pairs, truth, system)).isEmpty();
        }
    }

    private static Set<Pair> truth(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t"))
                    .map(parts -> new Pair(parts[0], parts[1]))
                    .collect(Collectors.toSet());
        }
    }

    /** Every pair there is, or, where these are more than are asked for, every allowed one and random others. */
    private static List<Pair> questions(Set<Pair> truth, ImportedSystem system, int permissions, int asked) {
        List<String> users = system.userIds().keySet().stream().sorted().toList();
        List<String> names = system.permissions();
        assertThat(names).hasSize(permissions);
        if ((long) users.size() * names.size() <= asked) {
            return users.stream()
                    .flatMap(user -> names.stream().map(permission -> new Pair(user, permission)))
                    .toList();
        }
        Random random = new Random(SEED);
        List<Pair> pairs = new ArrayList<>(truth);
        while (pairs.size() < asked) {
            Pair pair = new Pair(users.get(random.nextInt(users.size())), names.get(random.nextInt(names.size())));
            if (!truth.contains(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static List<Pair> differencesOfTheFunction(List<Pair> pairs, Set<Pair> truth, ImportedSystem system) {
        Facts facts = system.bean(LiveFacts.class).now();
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        return pairs.stream()
                .filter(pair ->
                        Decider.decide(facts, request(pair, system), now).allowed() != truth.contains(pair))
                .limit(20)
                .toList();
    }

    private static AccessRequest request(Pair pair, ImportedSystem system) {
        return new AccessRequest(
                SubjectId.user(system.userIds().get(pair.user())),
                Map.of(),
                Action.of(pair.action()),
                Resource.of(pair.resourceType(), "any"),
                Map.of(),
                Requirement.may(pair.action()),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Pair> differencesOverHttp(List<Pair> pairs, Set<Pair> truth, ImportedSystem system) {
        List<Pair> sample = new ArrayList<>(pairs);
        Collections.shuffle(sample, new Random(SEED));
        return sample.subList(0, OVER_HTTP).parallelStream()
                .filter(pair ->
                        system.evaluate(pair.user(), pair.action(), pair.resourceType()) != truth.contains(pair))
                .limit(20)
                .toList();
    }
}
