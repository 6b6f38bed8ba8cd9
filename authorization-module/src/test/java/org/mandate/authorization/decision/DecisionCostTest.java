package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandate.authorization.FreshJvm;

/** What a decision leaves for the garbage collector; what it takes in time is measured elsewhere. */
class DecisionCostTest {

    @Test
    void allocatesAtMost64BytesForAnAllowAndNoMoreForADenial() throws Exception {
        assertThat(FreshJvm.run(DecisionAllocations.class, "-Xbatch"))
                .allSatisfy(
                        line -> assertThat(Long.parseLong(line.split(" ")[0])).isLessThanOrEqualTo(64))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("true", "true", "true", "true", "false");
    }
}
