package org.mandate.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;

/** Following the journal where the node cannot tell for a while who may see it. */
class FollowingTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    /** Cannot tell twice, then yes, then no. */
    private boolean allowed() {
        int look = looks.incrementAndGet();
        if (look <= 2) {
            throw new FactsNotReady("they were not read for two seconds");
        }
        return look == 3;
    }

    @Test
    void goesOnOnceTheFactsAreFitAgainAndShowsNothingBefore() throws IOException, InterruptedException {
        LiveStream stream = new LiveStream(
                patience -> {
                    assertThat(looks).hasValue(3);
                    reads.incrementAndGet();
                    return List.of();
                },
                this::allowed,
                entry -> "");

        new Following(stream, () -> true, 0).write(written);

        assertThat(reads).hasValue(1);
        assertThat(looks).hasValue(4);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(": alive\n\n".repeat(4));
    }
}
