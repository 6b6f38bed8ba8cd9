package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionRingTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final SealedRecords records = new SealedRecords(7);
    private final SubjectKeys keys = JournalDatabase.keys();
    private final DecisionRing ring = new DecisionRing(1 << 20);

    @Test
    void takesAtOnceWhatIsCompanyEnough() {
        offer(ring, decisions(3));

        assertThat(ring.take(10, 3, HOUR)).hasSize(3);
    }

    @Test
    void waitsForCompany() {
        offer(ring, decisions(1));
        var taken = CompletableFuture.supplyAsync(() -> ring.take(10, 3, HOUR));

        offer(ring, decisions(1));
        offer(ring, decisions(1));

        assertThat(taken.join()).hasSize(3);
    }

    @Test
    void waitsForNobodyLongerThanAMoment() {
        offer(ring, decisions(1));

        assertThat(ring.take(10, 3, MOMENT)).hasSize(1);
    }

    @Test
    void waitsForTheFirstAsLongAsItTakesAndForNobodyWithIt() {
        var taken = CompletableFuture.supplyAsync(() -> ring.take(10, 0, HOUR));

        offer(ring, decisions(1));

        assertThat(taken.join()).hasSize(1);
    }

    @Test
    void keepsNoRoomFromOthersForTheSakeOfCompany() {
        var few = decisions(4);
        var small =
                new DecisionRing(few.stream().mapToLong(PendingDecision::size).sum());
        offer(small, few);

        assertThat(small.take(1000, 1000, HOUR)).hasSize(4);
    }

    @Test
    void waitsForNobodyOnceItIsClosed() {
        offer(ring, decisions(1));
        var taken = CompletableFuture.supplyAsync(() -> ring.take(10, 3, HOUR));

        ring.close();

        assertThat(taken.join()).hasSize(1);
        assertThat(ring.take(10, 3, HOUR)).isEmpty();
        assertThat(offer(ring, decisions(1))).isFalse();
    }

    @Test
    void leavesWhatIsMoreThanMayBeTaken() {
        offer(ring, decisions(5));

        assertThat(ring.take(3, 3, HOUR)).hasSize(3);
        assertThat(ring.depth()).isEqualTo(2);
    }

    private List<PendingDecision> decisions(int number) {
        return Stream.generate(() -> records.next(1))
                .filter(DecisionRecord.class::isInstance)
                .limit(number)
                .map(record -> PendingDecision.of((DecisionRecord) record, keys))
                .toList();
    }

    private static boolean offer(DecisionRing ring, List<PendingDecision> decisions) {
        long size = decisions.stream().mapToLong(PendingDecision::size).sum();
        return ring.offer(decisions, size, 0);
    }
}
