package org.mandate.authorization.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.FreshJvm;

class WarmUpTest {

    /** Processor time, so that it says the same on a busy machine. */
    private static final double LONGEST_MILLIS = 50;

    @Test
    void leavesTheFirstBadConditionsNothingToLoad() throws Exception {
        List<String> took = FreshJvm.run(FirstConditions.class);

        assertThat(took).hasSize(14).allSatisfy(line -> {
            String[] parts = line.split(" ", 3);
            assertThat(Double.parseDouble(parts[0])).as(line).isLessThanOrEqualTo(LONGEST_MILLIS);
            assertThat(parts[1]).as(line).isIn("ERROR", "UNKNOWN", "REFUSED");
        });
    }
}
