package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.audit.Refusals.Refused;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalDatabase;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class CountsRefusalsTest {

    private static final Instant END = RandomRecords.START.plusSeconds(1_000_000);

    @Parameter
    JournalDatabase.Kind kind;

    private final RandomRecords records = new RandomRecords(5, 12);
    private final List<DecisionRecord> refused = new ArrayList<>();
    private IndexedJournal indexed;
    private AuditQueries queries;

    @BeforeEach
    void start() {
        indexed = IndexedJournal.in(kind);
        queries = indexed.queries();
    }

    @AfterEach
    void stop() {
        indexed.close();
    }

    @Test
    void countsLikeANaiveFilterWhetherIndexedOrNot() {
        add(3 * Span.BLOCK.size() + 100);
        indexed.index();
        var from = RandomRecords.START.plusSeconds(200);
        var to = RandomRecords.START.plusSeconds(700);

        var found = queries.handle(new FindRefusals(from, to, 1000));

        Map<String, Long> counts = new HashMap<>();
        for (var one : refused) {
            if (!one.at().isBefore(from) && one.at().isBefore(to)) {
                counts.merge(sort(one), 1L, Long::sum);
            }
        }
        Map<String, Long> answered = new HashMap<>();
        found.items().forEach(item -> answered.put(sort(item.newest()), item.count()));
        assertThat(answered).isEqualTo(counts);
        assertThat(found.items()).extracting(Refused::count).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found.complete()).isTrue();
        assertThat(found.counted())
                .isEqualTo(counts.values().stream().mapToLong(count -> count).sum());
    }

    @Test
    void answersTheMostFrequentAndTheLastTimeOfEach() {
        add(2000);

        var found = queries.handle(new FindRefusals(RandomRecords.START.minusSeconds(60), END, 3));

        assertThat(found.items())
                .hasSize(3)
                .allSatisfy(item -> assertThat(refused.stream()
                                .filter(one -> sort(one).equals(sort(item.newest())))
                                .reduce((a, b) -> b))
                        .contains(item.newest()));
    }

    @Test
    void countsTheNewestWhereThereAreTooMany() {
        add(45 * Span.BLOCK.size());
        indexed.index();
        assertThat(refused).hasSizeGreaterThan(RefusalsReading.MOST_COUNTED);
        var before = indexed.journal().read();

        var found = queries.handle(new FindRefusals(RandomRecords.START.minusSeconds(60), END, 10));

        assertThat(found.counted()).isEqualTo(RefusalsReading.MOST_COUNTED);
        assertThat(found.complete()).isFalse();
        assertThat(indexed.journal().read() - before).isLessThan(RefusalsReading.MOST_COUNTED + 2L * Span.BLOCK.size());
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatThrownBy(() -> queries.handle(new FindRefusals(END, END, 10)))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessageContaining("from");
        assertThatThrownBy(() -> queries.handle(new FindRefusals(RandomRecords.START, END, 0)))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessageContaining("1000");
    }

    private void add(int number) {
        indexed.add(records, number, entry -> {
            if (entry instanceof DecisionRecord decision && !decision.allowed()) {
                refused.add(decision);
            }
        });
    }

    private static String sort(DecisionRecord one) {
        return one.subject() + " " + one.action().name() + " " + one.resource().type();
    }
}
