package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subject through history: whether it counted, and every assignment it ever had, in the order of their positions. */
record SubjectHistory(Timeline<Standing> standing, List<Assignment> assignments) {

    static final SubjectHistory EMPTY = new SubjectHistory(Timeline.empty(), List.of());

    SubjectHistory standing(long position, @Nullable Standing value) {
        return new SubjectHistory(standing.then(position, value), assignments);
    }

    SubjectHistory assigned(Assignment assignment) {
        List<Assignment> all = new ArrayList<>(assignments.size() + 1);
        all.addAll(assignments);
        all.add(assignment);
        return new SubjectHistory(standing, List.copyOf(all));
    }

    SubjectHistory revoked(String assignmentId, long position) {
        if (assignments.stream().noneMatch(one -> one.id().equals(assignmentId) && one.stoodAt(position))) {
            throw new IllegalStateException("assignment `" + assignmentId + "` is revoked but does not stand");
        }
        return ended(position, assignmentId);
    }

    SubjectHistory erased(long position) {
        return ended(position, null).standing(position, Standing.UNKNOWN);
    }

    private SubjectHistory ended(long position, @Nullable String only) {
        return new SubjectHistory(
                standing,
                assignments.stream()
                        .map(one -> one.stoodAt(position)
                                        && (only == null || one.id().equals(only))
                                ? one.endedAt(position)
                                : one)
                        .toList());
    }
}
