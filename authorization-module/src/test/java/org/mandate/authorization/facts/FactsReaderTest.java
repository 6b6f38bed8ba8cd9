package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.PermissionDefined;

class FactsReaderTest {

    private final TellableHistory history = new TellableHistory();
    private final FactsReader reader = new FactsReader(history, new FactBase());

    @BeforeEach
    void startsTheReader() {
        history.commit("a:b");
    }

    @AfterEach
    void stopsTheReader() {
        reader.stop();
    }

    @Test
    void isNotFitBeforeItHasCaughtUp() {
        assertThat(reader.fit()).isFalse();

        reader.start();

        await().until(reader::fit);
        assertThat(reader.position()).isEqualTo(1);
        assertThat(reader.now().permissions()).containsExactly("a:b");
    }

    @Test
    void loadsMoreThanOneBatchBeforeItIsFit() {
        for (int i = 0; i < 12_000; i++) {
            history.commit("a:b" + i);
        }
        reader.start();

        await().until(reader::fit);
        assertThat(reader.position()).isEqualTo(12_001);
    }

    @Test
    void goesOnLoadingWhereItWasWhenTheHistoryCameBack() {
        for (int i = 0; i < 15_000; i++) {
            history.commit("a:b" + i % 10);
        }
        history.failsOnceBehind = 4_000;
        reader.start();

        await().until(reader::fit);
        assertThat(history.failsOnceBehind).isEqualTo(Long.MAX_VALUE);
        assertThat(reader.position()).isEqualTo(15_001);
    }

    @Test
    void letsAWaiterGoAsSoonAsItsPositionIsApplied() {
        reader.start();
        await().until(reader::fit);

        assertThat(reader.await(2, Duration.ofMillis(20))).isFalse();
        history.commit("c:d");
        reader.wake();
        assertThat(reader.await(2, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void seesCommitsOfOthersWithoutBeingWoken() {
        reader.start();
        await().until(reader::fit);

        history.commit("c:d");

        assertThat(reader.await(2, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void stopsForGoodAtAnEventThatItCannotApply() {
        reader.start();
        await().until(reader::fit);

        history.entries.add(new History.Entry(2, Instant.EPOCH, "x", "no event of ours"));

        await().untilAsserted(() -> assertThat(reader.fit()).isFalse());
        assertThat(reader.describe()).contains("stopped at position 1").contains("position 2");
    }

    @Test
    void stopsForGoodAtAHoleInTheHistory() {
        reader.start();
        await().until(reader::fit);

        history.entries.add(new History.Entry(3, Instant.EPOCH, "x", new PermissionDefined("c:d", "")));

        await().untilAsserted(() -> assertThat(reader.describe()).contains("from position 1 to 3"));
    }

    @Test
    void isUnfitWhileTheHistoryIsOutOfReachAndFitAgainAfterwards() {
        reader.start();
        await().until(reader::fit);

        history.unreachable = true;
        await().atMost(Duration.ofSeconds(5)).until(() -> !reader.fit());
        assertThat(reader.describe()).contains("no contact");

        history.commit("c:d");
        history.unreachable = false;
        await().until(reader::fit);
        assertThat(reader.position()).isEqualTo(2);
    }
}
