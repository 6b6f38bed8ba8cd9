package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads a line of things, some batches ahead of who works on them. Places are dense, so where a batch ends is known before it
 * is read: several are read at once, and handed over in their order.
 */
public final class ReadAhead<T> implements AutoCloseable {

    private static final int READERS = 2;
    private static final int AHEAD = 2 * READERS;

    private final Source<T> source;
    private final int most;
    private final long last;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, work -> {
        Thread reader = new Thread(work, "read-ahead");
        reader.setDaemon(true);
        return reader;
    });
    private final Deque<Coming<T>> coming = new ArrayDeque<>();
    private long asked;
    private long reached;

    /** What is read, in order: some of what comes after a place, and the place that was reached. */
    public interface Source<T> {

        /** Called by several threads at once. */
        long read(long after, int max, Consumer<T> reader);
    }

    /**
     * Some of it, in order.
     * @param reached the place of the last; where nothing came, the place that was reached before
     */
    public record Batch<T>(long reached, List<T> items) {}

    /** A batch that is being read, and the place that it ends at unless the source has no more. */
    private record Coming<T>(long upTo, Future<Batch<T>> batch) {}

    /**
     * Of what comes after a place, up to and including another.
     * @param most how much is read at a time
     */
    public ReadAhead(Source<T> source, int most, long after, long last) {
        this.source = source;
        this.most = most;
        this.last = last;
        goOnFrom(after);
    }

    /** The place up to which all was handed over. */
    public long reached() {
        return reached;
    }

    /** The next; nothing at the end, or where the source has no more. Whatever reading threw is thrown here. */
    public Batch<T> next() {
        Coming<T> first = coming.peek();
        if (first == null) {
            return new Batch<>(reached, List.of());
        }
        Batch<T> batch = arrived(first.batch());
        coming.remove();
        if (batch.reached() == first.upTo()) {
            reached = batch.reached();
            order();
        } else {
            // What was read behind a hole is not what comes next.
            goOnFrom(batch.reached());
        }
        return batch;
    }

    private void goOnFrom(long place) {
        coming.clear();
        reached = place;
        asked = place;
        order();
    }

    private void order() {
        while (coming.size() < AHEAD && asked < last) {
            long from = asked;
            asked = Math.min(last, from + most);
            int some = (int) (asked - from);
            coming.add(new Coming<>(asked, readers.submit(() -> behind(from, some))));
        }
    }

    private Batch<T> arrived(Future<Batch<T>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Batch<T> behind(long place, int some) {
        List<T> items = new ArrayList<>(some);
        return new Batch<>(source.read(place, some, items::add), items);
    }

    /** A read that is under way comes to its end: H2 closes a file whose reader is interrupted. */
    @Override
    public void close() {
        readers.shutdown();
        coming.forEach(each -> each.batch().cancel(false));
    }
}
