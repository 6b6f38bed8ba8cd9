package org.mandate.authorization.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.simulation.FlipCounts.Group;

/** Gathers what flips in one direction: everything is counted, the first are listed. */
final class Flips {

    private static final int MOST_GROUPS = 100;
    private static final int MOST_KEYS = 100_000;

    private final int most;
    private final List<Flip> listed = new ArrayList<>();
    private final Map<String, Long> subjects = new HashMap<>();
    private final Map<String, Long> roles = new HashMap<>();
    private final Map<String, Long> resources = new HashMap<>();
    private long count;

    Flips(int most) {
        this.most = most;
    }

    void add(Flip flip) {
        count++;
        if (listed.size() < most) {
            listed.add(flip);
        }
        count(subjects, flip.subject().toString());
        count(resources, flip.resourceType() + ":" + flip.resource());
        rolesOf(flip).forEach(role -> count(roles, role));
    }

    /** Roles that gave what is lost, or would give what is gained. */
    private static Set<String> rolesOf(Flip flip) {
        return (flip.allowed() ? flip.was() : flip.would())
                .stream()
                        .filter(reason -> reason.kind() == Reason.Kind.ROLE)
                        .map(Reason::name)
                        .collect(Collectors.toSet());
    }

    private static void count(Map<String, Long> counts, String key) {
        if (counts.size() < MOST_KEYS || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    List<Flip> listed() {
        return List.copyOf(listed);
    }

    FlipCounts counts() {
        return new FlipCounts(count, groups(subjects), groups(roles), groups(resources));
    }

    private static List<Group> groups(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_GROUPS)
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }
}
