package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/** What a decision leaves for the garbage collector; what it takes in time is measured elsewhere. */
class DecisionCostTest {

    private static final String USER = "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0";
    private static final int DECISIONS = 20_000;

    private final Facts facts = new Chronicle()
            .user(USER)
            .role("base", List.of("reports:read", "reports:*"))
            .role("middle", List.of(), "base")
            .role("top", List.of("other:thing"), "middle")
            .assign("8f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0", USER, "top")
            .post("p1", USER, false)
            .facts();

    @ParameterizedTest
    @CsvSource({"read, reports, 1", "whatever, reports, 1", "update, posts, p1", "read, posts, p1"})
    void allocatesAtMost64BytesForAnAllow(String action, String type, String id) {
        assertThat(bytes(request(action, type, id), true)).isLessThanOrEqualTo(64);
    }

    @Test
    void allocatesNoMoreForADenial() {
        assertThat(bytes(request("read", "others", "1"), false)).isLessThanOrEqualTo(64);
    }

    private long bytes(AccessRequest request, boolean expected) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        decide(request, expected);
        long before = threads.getThreadAllocatedBytes(thread);
        decide(request, expected);
        return (threads.getThreadAllocatedBytes(thread) - before) / DECISIONS;
    }

    private void decide(AccessRequest request, boolean expected) {
        for (int i = 0; i < DECISIONS; i++) {
            if (Decider.decide(facts, request, Chronicle.BEGAN).allowed() != expected) {
                throw new AssertionError(request);
            }
        }
    }

    private static AccessRequest request(String action, String type, String id) {
        return new AccessRequest(
                SubjectId.user(USER),
                Map.of(),
                Action.of(action),
                Resource.of(type, id),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
    }
}
