package org.mandate.authorization.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.History;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Histories with the decisions that were taken on them, as versions of the decision function wrote them down, decided again by
 * this one. A file never changes. Where a new version means to answer otherwise, it gets a file of its own, written by
 * {@code -Dmandate.writeGolden=true}, and what it answers otherwise is named in the decision record that says why.
 */
class GoldenHistoryTest {

    static final Path FILES = Path.of("src/test/resources/golden/histories");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int EVENTS = 200;
    private static final int DECISIONS = 600;

    /** What each file is for ever; a new one is added here with the version that wrote it. */
    private static final Map<String, String> SHA_256 = Map.of(
            "engine-1.ndjson", "f231a60dce7c49ee79fa771bf48b9ca364864bd6c830b71416dde5335b03099d",
            "engine-2.ndjson", "f231a60dce7c49ee79fa771bf48b9ca364864bd6c830b71416dde5335b03099d");

    static List<Path> files() throws IOException {
        writeWhereAsked();
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isDecidedAsItWas(Path file) throws IOException {
        GoldenHistory golden = GoldenHistory.read(file);
        for (GoldenHistory.Recorded recorded : golden.decisions()) {
            Decision again = Decider.decide(
                    golden.chronicle().at(recorded.position()), recorded.request(), Instant.parse(recorded.at()));
            assertThat(again.allowed()).as(recorded.toString()).isEqualTo(recorded.allowed());
            assertThat(again.reasons()).as(recorded.toString()).isEqualTo(recorded.reasons());
        }
        assertThat(golden.decisions()).hasSize(DECISIONS);
    }

    /** A file that is written anew by what it is to judge would judge nothing. */
    @ParameterizedTest
    @MethodSource("files")
    void isTheFileThatWasWrittenOnce(Path file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(SHA_256.get(String.valueOf(file.getFileName())));
    }

    @Test
    void thereIsOneOfThisVersion() throws IOException {
        writeWhereAsked();

        assertThat(ofThisVersion()).exists();
    }

    private static void writeWhereAsked() throws IOException {
        if (Boolean.getBoolean("mandate.writeGolden") && Files.notExists(ofThisVersion())) {
            Files.createDirectories(FILES);
            Files.write(ofThisVersion(), written());
        }
    }

    private static Path ofThisVersion() {
        return FILES.resolve("engine-" + Decider.VERSION + ".ndjson");
    }

    private static List<String> written() {
        Random random = new Random(20_261_127);
        RandomHistory history = new RandomHistory(random);
        Chronicle chronicle = history.grow(EVENTS);
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : chronicle.entries()) {
            ObjectNode line = JSON.createObjectNode();
            line.put("name", entry.event().getClass().getSimpleName());
            line.set("event", JSON.valueToTree(entry.event()));
            lines.add(JSON.writeValueAsString(line));
        }
        for (int i = 0; i < DECISIONS; i++) {
            AccessRequest request = question(random, history);
            Instant at = Chronicle.BEGAN.plusSeconds(random.nextInt(EVENTS * 90));
            Decision decision = Decider.decide(chronicle.at(random.nextInt(EVENTS + 1)), request, at);
            lines.add(JSON.writeValueAsString(GoldenHistory.Recorded.of(request, at, decision)));
        }
        return lines;
    }

    private static AccessRequest question(Random random, RandomHistory history) {
        String action = RandomHistory.pick(random, RandomHistory.ACTIONS);
        SubjectId subject = random.nextInt(8) == 0
                ? new SubjectId("service", RandomHistory.pick(random, RandomHistory.RESOURCES))
                : SubjectId.user(RandomHistory.pick(random, RandomHistory.USERS));
        Map<String, Object> context = new HashMap<>();
        if (random.nextBoolean()) {
            context.put("mfa", random.nextBoolean());
        }
        return new AccessRequest(
                subject,
                random.nextInt(4) == 0 ? history.attributesOfAny() : Map.of(),
                Action.of(action),
                new Resource(
                        RandomHistory.pick(random, RandomHistory.TYPES),
                        RandomHistory.pick(random, RandomHistory.RESOURCES),
                        random.nextInt(4) == 0 ? history.attributesOfAny() : Map.of()),
                context,
                requirement(random, action),
                random.nextBoolean() ? Optional.empty() : Optional.of(Set.of("posts:read")),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(RandomHistory.pick(random, RandomHistory.ADDRESSES)),
                random.nextBoolean() ? Optional.empty() : Optional.of("somebody"));
    }

    private static Requirement requirement(Random random, String action) {
        return switch (random.nextInt(8)) {
            case 0 -> Requirement.allOf(Requirement.scope("posts:read"), Requirement.may(action));
            case 1 -> Requirement.anyRole("r1", "admin");
            case 2 -> Requirement.anyOf(Requirement.owner(), Requirement.permission("posts:" + action));
            case 3 -> Requirement.allOf(Requirement.role("r2"), Requirement.mayGrant("r3"));
            case 4 -> Requirement.allPermissions(List.of("posts:read", "posts:" + action));
            case 5 -> Requirement.authenticated();
            default -> Requirement.may(action);
        };
    }
}
