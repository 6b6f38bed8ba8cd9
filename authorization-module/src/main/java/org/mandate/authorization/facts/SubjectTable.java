package org.mandate.authorization.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/**
 * The history of every subject, and who was ever given which role. Users are found by the bits of their id, all others by a
 * number; both by one open-addressed table. One writer, any number of readers. Layers as {@link Table} does.
 */
final class SubjectTable {

    private final @Nullable SubjectTable below;
    private final long from;
    private final Interned<SubjectId> named;
    private final Map<String, Members> members = new ConcurrentHashMap<>();
    private volatile Slots slots = new Slots(16);
    private volatile long[][] rows = new long[16][];
    private volatile int count;

    SubjectTable(@Nullable SubjectTable below) {
        this(below, Long.MAX_VALUE);
    }

    /** @param from of the other's histories, what came behind this position is left out where they change here */
    SubjectTable(@Nullable SubjectTable below, long from) {
        this.below = below;
        this.from = from;
        this.named = new Interned<>(below == null ? null : below.named);
    }

    /** What there is of the subject; null where it was never heard of. */
    long @Nullable [] get(SubjectId subject) {
        String id = subject.id();
        if (subject.type().equals(SubjectId.USER) && UuidText.shaped(id)) {
            long first = UuidText.word(id, 0);
            long second = UuidText.word(id, 1);
            long third = UuidText.word(id, 2);
            long fourth = UuidText.word(id, 3);
            if ((first | second | third | fourth) >= 0) {
                return find(false, first << 32 | second, third << 32 | fourth);
            }
        }
        int number = named.find(subject);
        return number == Interned.UNKNOWN ? null : find(true, 0, number);
    }

    /** Put what the change makes of the subject's history, or of an empty one. */
    long[] change(SubjectId subject, UnaryOperator<long[]> change) {
        long[] was = get(subject);
        if (was == null) {
            Handle handle = handleOf(subject);
            return append(handle, change.apply(SubjectHistory.empty(handle, count)));
        }
        Handle handle = SubjectHistory.handle(was);
        if (below != null && slots.find(handle) == null) {
            return append(handle, change.apply(SubjectHistory.atRow(known(was), count)));
        }
        long[] now = change.apply(was);
        Slots.HISTORY.setRelease(rows, SubjectHistory.row(was), now);
        slots.replace(handle, now);
        return now;
    }

    private long[] known(long[] history) {
        return from == Long.MAX_VALUE ? history : SubjectHistory.until(history, from);
    }

    /** The subjects that were changed here. */
    Stream<SubjectId> changed() {
        return IntStream.range(0, count).mapToObj(this::subject);
    }

    /** Remember that the subject was given a role that it never had before. */
    void addMember(String role, long[] history) {
        members.put(role, members.getOrDefault(role, Members.NOBODY).with(SubjectHistory.row(history)));
    }

    /** Everybody who was ever given the role. */
    Stream<SubjectId> members(String role) {
        Members mine = members.getOrDefault(role, Members.NOBODY);
        Stream<SubjectId> here = mine.rows().mapToObj(this::subject);
        return below == null ? here : Stream.concat(below.members(role), here).distinct();
    }

    /** Every subject that there is something of. */
    Stream<SubjectId> subjects() {
        Stream<SubjectId> here = changed();
        return below == null ? here : Stream.concat(below.subjects().filter(subject -> !mine(subject)), here);
    }

    /** Show the history of everybody who was ever given the role. Of a layer, it may be that of what lies below. */
    void forEachMember(String role, Consumer<long[]> visitor) {
        if (below != null) {
            below.forEachMember(role, visitor);
        }
        members.getOrDefault(role, Members.NOBODY).rows().forEach(row -> visitor.accept(history(row)));
    }

    /** Show the history of every subject that there is something of. Of a layer, that of what lies below comes as well. */
    void forEach(Consumer<long[]> visitor) {
        if (below != null) {
            below.forEach(visitor);
        }
        IntStream.range(0, count).forEach(row -> visitor.accept(history(row)));
    }

    private long[] history(int row) {
        return (long[]) Slots.HISTORY.getAcquire(rows, row);
    }

    private boolean mine(SubjectId subject) {
        long[] history = get(subject);
        return history != null && slots.find(SubjectHistory.handle(history)) != null;
    }

    private SubjectId subject(int row) {
        return subject(SubjectHistory.handle(history(row)));
    }

    SubjectId subject(Handle handle) {
        return handle.named()
                ? named.at((int) handle.low())
                : SubjectId.user(new UUID(handle.high(), handle.low()).toString());
    }

    private Handle handleOf(SubjectId subject) {
        return subject.type().equals(SubjectId.USER) && UuidText.canonical(subject.id())
                ? new Handle(false, UuidText.high(subject.id()), UuidText.low(subject.id()))
                : new Handle(true, 0, named.of(subject));
    }

    private long @Nullable [] find(boolean isNamed, long high, long low) {
        long[] here = slots.find(isNamed, high, low);
        return here != null || below == null ? here : below.find(isNamed, high, low);
    }

    private long[] append(Handle handle, long[] history) {
        int row = count;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row + (row >> 1));
        }
        Slots.HISTORY.setRelease(rows, row, history);
        if (slots.isFull(row + 1)) {
            slots = slots.larger();
        }
        slots.add(handle, history);
        count = row + 1;
        return history;
    }
}
