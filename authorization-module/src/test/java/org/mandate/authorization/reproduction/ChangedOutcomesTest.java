package org.mandate.authorization.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.reproduction.Reproduction.Answer;
import org.mandate.authorization.reproduction.Reproduction.Outcome;

/**
 * That reproduction would say so: the decisions of the golden histories, with the outcome or a reason of one of them changed,
 * are reproduced but for exactly that one.
 */
class ChangedOutcomesTest {

    static List<Path> files() throws IOException {
        return GoldenHistoryTest.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noneDiffersWhereNoneWasChanged(Path file) throws IOException {
        GoldenHistory golden = GoldenHistory.read(file);

        assertThat(different(reproducer(golden), records(golden))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anOutcomeThatWasChangedIsTheOneThatDiffers(Path file) throws IOException {
        seesExactlyWhatWasChanged(file, was -> new Answer(!was.allowed(), was.reasons()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aReasonThatWasChangedIsTheOneThatDiffers(Path file) throws IOException {
        seesExactlyWhatWasChanged(file, was -> new Answer(was.allowed(), reworded(was.reasons())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aReasonThatIsMissingIsTheOneThatDiffers(Path file) throws IOException {
        seesExactlyWhatWasChanged(
                file,
                was -> new Answer(
                        was.allowed(), was.reasons().subList(0, was.reasons().size() - 1)));
    }

    private static void seesExactlyWhatWasChanged(Path file, UnaryOperator<Answer> change) throws IOException {
        GoldenHistory golden = GoldenHistory.read(file);
        Reproducer reproducer = reproducer(golden);
        List<DecisionRecord> records = records(golden);
        List<Integer> changeable = IntStream.range(0, records.size())
                .filter(i -> reproducer.again(records.get(i)).outcome() != Outcome.ERASED)
                .boxed()
                .toList();
        assertThat(changeable).hasSizeGreaterThan(records.size() / 2);
        for (int i = 0; i < changeable.size(); i += 7) {
            int one = changeable.get(i);
            List<DecisionRecord> changed = new ArrayList<>(records);
            Answer was = new Answer(records.get(one).allowed(), records.get(one).reasons());
            changed.set(one, record(golden.decisions().get(one), one, change.apply(was)));

            assertThat(different(reproducer, changed))
                    .containsExactly(records.get(one).id());
        }
    }

    private static List<String> different(Reproducer reproducer, List<DecisionRecord> records) {
        return records.stream()
                .map(reproducer::again)
                .filter(again -> again.outcome() == Outcome.DIFFERENT)
                .map(Reproduction::id)
                .toList();
    }

    private static List<Reason> reworded(List<Reason> reasons) {
        List<Reason> changed = new ArrayList<>(reasons);
        Reason last = changed.remove(changed.size() - 1);
        changed.add(new Reason(last.kind(), last.name(), last.detail() + " "));
        return changed;
    }

    private static Reproducer reproducer(GoldenHistory golden) {
        return new Reproducer(golden.chronicle().past(), new Followed(), (request, facts) -> request);
    }

    private static List<DecisionRecord> records(GoldenHistory golden) {
        List<GoldenHistory.Recorded> decisions = golden.decisions();
        return IntStream.range(0, decisions.size())
                .mapToObj(i -> record(
                        decisions.get(i),
                        i,
                        new Answer(decisions.get(i).allowed(), decisions.get(i).reasons())))
                .toList();
    }

    private static DecisionRecord record(GoldenHistory.Recorded recorded, int number, Answer answer) {
        var request = recorded.request();
        return new DecisionRecord(
                "decision-" + number,
                Instant.parse(recorded.at()),
                recorded.position(),
                number + 1L,
                new Provenance(
                        request.subject(), Optional.empty(), Optional.empty(), "", Provenance.Channel.ACCESS_API),
                request.subject(),
                request.username(),
                request.subjectProperties(),
                request.action(),
                request.resource(),
                request.context(),
                recorded.requirement(),
                answer.allowed(),
                answer.reasons(),
                request.scopes().map(scopes -> scopes.stream().sorted().toList()),
                request.ip(),
                "strict",
                "1",
                List.of());
    }

    /** Facts that are where they are asked for. */
    private static final class Followed implements FactsStatus {

        @Override
        public long position() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean await(long position, Duration atMost) {
            return true;
        }

        @Override
        public boolean fit() {
            return true;
        }

        @Override
        public void wake() {}

        @Override
        public String describe() {
            return "told";
        }
    }
}
