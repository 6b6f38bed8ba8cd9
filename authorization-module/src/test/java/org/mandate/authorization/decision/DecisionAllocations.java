package org.mandate.authorization.decision;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/**
 * A process of its own: prints, for some questions, whether they are allowed and how many bytes one decision leaves. What
 * compiled code leaves depends on what the compiler saw before, so that nothing else may run here.
 */
final class DecisionAllocations {

    private static final String USER = "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0";
    private static final int DECISIONS = 20_000;
    private static final int ROUNDS = 20;

    private final Facts facts = new Chronicle()
            .user(USER)
            .role("base", List.of("reports:read", "reports:*"))
            .role("middle", List.of(), "base")
            .role("top", List.of("other:thing"), "middle")
            .assign("8f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0", USER, "top")
            .post("p1", USER, false)
            .facts();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DecisionAllocations() {}

    public static void main(String[] arguments) {
        DecisionAllocations process = new DecisionAllocations();
        for (AccessRequest request : List.of(
                request("read", "reports", "1"),
                request("whatever", "reports", "1"),
                request("update", "posts", "p1"),
                request("read", "posts", "p1"),
                request("read", "others", "1"))) {
            System.out.println(process.settled(request) + " " + process.allowed(request));
        }
    }

    /** The least of some rounds: the compiler takes the first ones to be done. */
    private long settled(AccessRequest request) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, bytes(request));
        }
        return least;
    }

    private long bytes(AccessRequest request) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < DECISIONS; i++) {
            allowed(request);
        }
        return (threads.getThreadAllocatedBytes(thread) - before) / DECISIONS;
    }

    private boolean allowed(AccessRequest request) {
        return Decider.decide(facts, request, Chronicle.BEGAN).allowed();
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
