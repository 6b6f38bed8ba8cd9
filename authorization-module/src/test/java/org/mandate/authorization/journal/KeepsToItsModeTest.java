package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.event.DecisionEvent;
import org.mandate.authorization.event.DecisionsLost;
import org.mandate.authorization.journal.FaultyDataSource.Fault;
import org.springframework.util.unit.DataSize;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class KeepsToItsModeTest {

    @Parameter
    JournalDatabase.Kind kind;

    private JournalDatabase database;
    private FaultyDataSource line;
    private DecisionStore store;
    private GroupCommitJournal journal;

    @BeforeEach
    void start() {
        database = JournalDatabase.of(kind);
        line = new FaultyDataSource(database.dataSource());
        store = JournalDatabase.store(line);
        journal = new GroupCommitJournal(
                new JournalSettings("bounded", Duration.ofSeconds(1), DataSize.ofKilobytes(20)),
                store,
                Clock.systemUTC());
        journal.start();
    }

    @AfterEach
    void stop() {
        line.heal();
        journal.stop();
        store.close();
        database.close();
    }

    @Test
    void refusesToStartInAnyOther() {
        assertThatThrownBy(() -> new JournalSettings("lazy", Duration.ofSeconds(1), DataSize.ofKilobytes(1)))
                .hasMessageContaining("set it to `strict` or `bounded`");
    }

    @Test
    void answersBeforeTheRecordIsDurableAndSaysSoInTheRecord() {
        line.fail(Fault.NO_CONNECTION);
        var id = Decisions.into(journal).record();
        assertThat(database.records()).isZero();

        line.heal();

        Awaitility.await().until(() -> store.records().byId(id).isPresent());
        assertThat(store.records()
                        .byId(id)
                        .map(store.records()::open)
                        .orElseThrow()
                        .mode())
                .isEqualTo("bounded");
        assertThat(journal.lost()).isZero();
    }

    @Test
    void countsWhatIsLostAndRecordsTheGap() {
        line.fail(Fault.NO_CONNECTION);
        var answered = 0;
        while (journal.lost() < 7) {
            Decisions.into(journal).at(Decisions.NOON.plusSeconds(answered)).record();
            answered++;
        }
        var all = answered;

        line.heal();

        Awaitility.await().until(() -> journal.lost() == 0 && journal.queueDepth() == 0 && lost() > 0);
        Awaitility.await().until(() -> entries().size() - gaps().size() + lost() == all);
        assertThat(lost()).isBetween(7L, (long) all - 1);
        assertThat(gaps()).allSatisfy(gap -> {
            assertThat(gap.mode()).isEqualTo("bounded");
            assertThat(gap.from()).isAfterOrEqualTo(Decisions.NOON).isBeforeOrEqualTo(gap.to());
            assertThat(gap.to()).isBefore(Decisions.NOON.plusSeconds(all));
        });
        assertThat(journal.lastFailure()).isEmpty();
    }

    @Test
    void recordsTheGapThoughNothingIsDecidedAfterIt() {
        var writer = writer();
        writer.start();

        writer.lost(3, Decisions.NOON);

        Awaitility.await().until(() -> lost() == 3);
        writer.close();
    }

    @Test
    void recordsTheGapBeforeItStops() {
        var losses = new Losses();
        var writer = writer(losses);
        writer.start();
        losses.add(3, Decisions.NOON);

        writer.close();

        assertThat(lost()).isEqualTo(3);
    }

    private DecisionWriter writer() {
        return writer(new Losses());
    }

    private DecisionWriter writer(Losses losses) {
        return new DecisionWriter(new DecisionRing(1000), store, losses, "bounded", Clock.systemUTC());
    }

    @Test
    void refusesWhatNeverFitsInsteadOfLosingIt() {
        assertThatThrownBy(() -> Decisions.into(journal).record(100)).isInstanceOf(TooMuchToRecord.class);

        assertThat(journal.lost()).isZero();
        assertThat(entries()).isEmpty();
    }

    private long lost() {
        return gaps().stream().mapToLong(LostDecisions::count).sum();
    }

    private List<LostDecisions> gaps() {
        return entries().stream()
                .filter(LostDecisions.class::isInstance)
                .map(LostDecisions.class::cast)
                .toList();
    }

    @Test
    void tellsProcessorsOfTheGap() throws InterruptedException {
        line.fail(Fault.NO_CONNECTION);
        while (journal.lost() == 0) {
            Decisions.into(journal).record();
        }
        line.heal();

        var events = new ArrayList<DecisionEvent>();
        try (var stream = store.events().openStream(null)) {
            while (events.stream().noneMatch(DecisionsLost.class::isInstance)) {
                events.add((DecisionEvent) stream.nextAvailable().getPayload());
            }
        }
        assertThat(events).isNotEmpty();
    }

    private List<JournalEntry> entries() {
        var entries = new ArrayList<JournalEntry>();
        store.records().read(0, 1000, stored -> entries.add(store.records().open(stored)));
        return entries;
    }
}
