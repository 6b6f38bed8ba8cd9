package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads a line of things, one batch ahead of who works on it: reading has one core, the work another. */
public final class ReadAhead<T> implements AutoCloseable {

    private final Source<T> source;
    private final int most;
    private final long last;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread reader = new Thread(work, "read-ahead");
        reader.setDaemon(true);
        return reader;
    });
    private Future<Batch<T>> coming;

    /** What is read, in order: some of what comes after a place, and the place that was reached. */
    public interface Source<T> {

        long read(long after, int max, Consumer<T> reader);
    }

    /**
     * Some of it, in order.
     * @param reached the place of the last; where nothing came, the place that was reached before
     */
    public record Batch<T>(long reached, List<T> items) {}

    /**
     * Of what comes after a place, up to and including another.
     * @param most how much is read at a time
     */
    public ReadAhead(Source<T> source, int most, long after, long last) {
        this.source = source;
        this.most = most;
        this.last = last;
        this.coming = thread.submit(() -> behind(after));
    }

    /** The next; nothing at the end, or where the source has no more. Whatever reading threw is thrown here. */
    public Batch<T> next() {
        Batch<T> batch = arrived();
        coming = thread.submit(() -> behind(batch.reached()));
        return batch;
    }

    private Batch<T> arrived() {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Batch<T> behind(long place) {
        int some = (int) Math.min(most, last - place);
        List<T> items = new ArrayList<>(Math.max(0, some));
        return new Batch<>(some > 0 ? source.read(place, some, items::add) : place, items);
    }

    /** A read that is under way comes to its end: H2 closes a file whose reader is interrupted. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
