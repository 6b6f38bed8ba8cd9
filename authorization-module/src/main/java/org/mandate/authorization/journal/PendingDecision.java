package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record that a request waits for. It ends exactly once: written, or given up by the one who waits. */
final class PendingDecision {

    /** What one that waits takes in memory beside its bytes, on a generous reckoning. */
    private static final int OVERHEAD = 400;

    private enum State {
        WAITING,
        WRITTEN,
        GIVEN_UP
    }

    private final String id;
    private final @Nullable Unsealed unsealed;
    private final @Nullable Row sealed;
    private final int size;
    private final Thread waiter = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private PendingDecision(String id, @Nullable Unsealed unsealed, @Nullable Row sealed, int size) {
        this.id = id;
        this.unsealed = unsealed;
        this.sealed = sealed;
        this.size = size;
    }

    /** A record that waits for keys to be made. */
    private record Unsealed(DecisionRecord record, List<PersonalPart> parts) {

        @Nullable
        Row seal(Function<String, byte @Nullable []> keys) {
            var sealed = new ArrayList<SealedPart>(2);
            for (var part : parts) {
                var key = keys.apply(part.owner());
                if (key == null) {
                    return null;
                }
                sealed.add(part.seal(key, record.id()));
            }
            var bytes = CanonicalForm.write(record.with(sealed));
            return new Row(record.id(), CanonicalForm.micros(record.at()), bytes);
        }

        int size() {
            return 2 * CanonicalForm.write(record).length
                    + parts.stream().mapToInt(part -> part.plain().length).sum();
        }
    }

    /** Sealed at once where the keys are known; the writer, which all wait for, finds it done. */
    static PendingDecision of(DecisionRecord record, SubjectKeys keys) {
        var unsealed = new Unsealed(record, keys.partsOf(record));
        var row = unsealed.seal(keys::known);
        return row == null
                ? new PendingDecision(record.id(), unsealed, null, OVERHEAD + unsealed.size())
                : new PendingDecision(record.id(), null, row, OVERHEAD + row.canonical().length);
    }

    /** Whose keys are needed still. */
    List<String> keysNeeded() {
        return unsealed == null
                ? List.of()
                : unsealed.parts().stream().map(PersonalPart::owner).toList();
    }

    /** As it is to be stored. */
    Row row(Function<String, byte @Nullable []> keys) {
        var row = unsealed == null ? sealed : unsealed.seal(keys);
        if (row == null) {
            throw new IllegalStateException("a key is missing that a record is to be sealed with");
        }
        return row;
    }

    String id() {
        return id;
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
