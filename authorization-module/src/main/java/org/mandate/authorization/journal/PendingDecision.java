package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record that a request waits for. It ends exactly once: written, or given up by the one who waits. */
final class PendingDecision {

    private static final int SEALING = 64;

    private enum State {
        WAITING,
        WRITTEN,
        GIVEN_UP
    }

    private final DecisionRecord record;
    private final List<PersonalPart> parts;
    private final byte @Nullable [] canonical;
    private final int size;
    private final Thread waiter = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private PendingDecision(DecisionRecord record, List<PersonalPart> parts, byte @Nullable [] canonical, int size) {
        this.record = record;
        this.parts = parts;
        this.canonical = canonical;
        this.size = size;
    }

    /** Sealed at once where the keys are known; the writer, which all wait for, finds it done. */
    static PendingDecision of(DecisionRecord record, SubjectKeys keys) {
        var parts = keys.partsOf(record);
        var canonical = canonical(record, parts, keys::known);
        var size = canonical == null ? sizeOf(record, parts) : canonical.length;
        return new PendingDecision(record, parts, canonical, size);
    }

    private static int sizeOf(DecisionRecord record, List<PersonalPart> parts) {
        return CanonicalForm.write(record).length
                + parts.stream().mapToInt(part -> part.plain().length + SEALING).sum();
    }

    private static byte @Nullable [] canonical(
            DecisionRecord record, List<PersonalPart> parts, Function<String, byte @Nullable []> keys) {
        var sealed = new ArrayList<SealedPart>(2);
        for (var part : parts) {
            var key = keys.apply(part.owner());
            if (key == null) {
                return null;
            }
            sealed.add(part.seal(key, record.id()));
        }
        return CanonicalForm.write(record.with(sealed));
    }

    /** Whose keys are needed still. */
    List<String> keysNeeded() {
        return canonical == null ? parts.stream().map(PersonalPart::owner).toList() : List.of();
    }

    /** As it is to be stored. */
    Row row(Function<String, byte @Nullable []> keys) {
        var bytes = canonical == null ? canonical(record, parts, keys) : canonical;
        if (bytes == null) {
            throw new IllegalStateException("a key is missing that a record is to be sealed with");
        }
        return new Row(record.id(), CanonicalForm.micros(record.at()), bytes);
    }

    String id() {
        return record.id();
    }

    int size() {
        return size;
    }

    boolean isWaitedFor() {
        return state.get() == State.WAITING;
    }

    void written() {
        state.compareAndSet(State.WAITING, State.WRITTEN);
        LockSupport.unpark(waiter);
    }

    /** Wait for the record to be written; false when the time is over, and then it never counts as written any more. */
    boolean await(long nanos) {
        var deadline = System.nanoTime() + nanos;
        var interrupted = false;
        while (state.get() == State.WAITING) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                state.compareAndSet(State.WAITING, State.GIVEN_UP);
                break;
            }
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return state.get() == State.WRITTEN;
    }
}
