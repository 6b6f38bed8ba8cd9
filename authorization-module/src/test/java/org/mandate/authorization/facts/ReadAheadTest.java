package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int MOST = 10;

    @Test
    void handsOverEverythingInItsOrder() {
        try (var ahead = new ReadAhead<>(ReadAheadTest::dense, MOST, 3, 1_234)) {
            assertThat(rest(ahead)).isEqualTo(numbers(4, 1_234));
            assertThat(ahead.reached()).isEqualTo(1_234);
            assertThat(ahead.next().items()).isEmpty();
        }
    }

    @Test
    void keepsTheOrderWhereALaterBatchIsThereFirst() {
        CountDownLatch later = new CountDownLatch(1);
        ReadAhead.Source<Long> source = (after, max, reader) -> {
            if (after == 0) {
                awaits(later);
            }
            long reached = dense(after, max, reader);
            if (after == MOST) {
                later.countDown();
            }
            return reached;
        };
        try (var ahead = new ReadAhead<>(source, MOST, 0, 100)) {
            assertThat(rest(ahead)).isEqualTo(numbers(1, 100));
        }
    }

    @Test
    void readsAnewBehindABatchThatIsShorterThanExpected() {
        ReadAhead.Source<Long> source =
                (after, max, reader) -> dense(after, after / 30 % 2 == 0 ? Math.min(max, 7) : max, reader);
        try (var ahead = new ReadAhead<>(source, MOST, 0, 100)) {
            assertThat(rest(ahead)).isEqualTo(numbers(1, 100));
        }
    }

    @Test
    void endsWhereTheSourceDoes() {
        try (var ahead = new ReadAhead<Long>(
                (after, max, reader) -> dense(after, (int) Math.max(0, Math.min(max, 25 - after)), reader),
                MOST,
                0,
                100)) {
            assertThat(rest(ahead)).isEqualTo(numbers(1, 25));
            assertThat(ahead.reached()).isEqualTo(25);
        }
    }

    @Test
    void failsWhereReadingFailedAndStaysThere() {
        ReadAhead.Source<Long> source = (after, max, reader) -> {
            if (after == 2 * MOST) {
                throw new IllegalStateException("gone");
            }
            return dense(after, max, reader);
        };
        try (var ahead = new ReadAhead<>(source, MOST, 0, 100)) {
            ahead.next();
            ahead.next();

            assertThatThrownBy(ahead::next).hasMessage("gone");
            assertThatThrownBy(ahead::next).hasMessage("gone");
            assertThat(ahead.reached()).isEqualTo(20);
        }
    }

    private static List<Long> rest(ReadAhead<Long> ahead) {
        List<Long> all = new ArrayList<>();
        List<Long> items = ahead.next().items();
        while (!items.isEmpty()) {
            all.addAll(items);
            items = ahead.next().items();
        }
        return all;
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static long dense(long after, int max, Consumer<Long> reader) {
        numbers(after + 1, after + max).forEach(reader);
        return after + max;
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
