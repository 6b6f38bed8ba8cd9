package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mandate.authorization.facts.Assignment;

/**
 * A moment at which something may have changed: an event, or a border of validities.
 * @param position of the event; 0 for a border
 * @param direct whether the event is about the subject itself
 * @param began assignments whose validity begins here
 * @param ended assignments whose validity ends here
 */
record Step(long position, Instant at, boolean direct, List<Assignment> began, List<Assignment> ended)
        implements Comparable<Step> {

    static Step event(long position, Instant at, boolean direct) {
        return new Step(position, at, direct, List.of(), List.of());
    }

    static Step border(Instant at) {
        return new Step(0, at, false, new ArrayList<>(), new ArrayList<>());
    }

    boolean isBorder() {
        return position == 0;
    }

    /** Whether it is about the subject itself, or about something that it was given. */
    boolean isOwn() {
        return direct || !began.isEmpty() || !ended.isEmpty();
    }

    /** The last instant that does not see what it does: an event is seen from its own instant on, but found at it as well. */
    Instant justBefore() {
        return isBorder() ? at.minusNanos(1) : at;
    }

    /** What time does comes before what the events of the same instant do: they find it done. */
    @Override
    public int compareTo(Step other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(position, other.position);
    }

    /** What a border is, as a sentence. */
    String words() {
        List<String> parts = new ArrayList<>();
        began.forEach(one -> parts.add(name(one) + " began to hold"));
        ended.forEach(one -> parts.add(name(one) + " ran out"));
        return parts.isEmpty() ? "a condition on the time turned" : String.join("; ", parts);
    }

    private static String name(Assignment assignment) {
        return "assignment `" + assignment.id() + "` of role `" + assignment.role() + "`";
    }
}
