package org.mandate.authorization.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads an export in pieces of whole lines: several threads check the lines by themselves, one follows them in order. */
final class ExportReader {

    private static final int PIECE = 1 << 19;
    private static final int AHEAD = 8;
    private static final ThreadLocal<LineCheck> CHECK = ThreadLocal.withInitial(LineCheck::new);

    private final int threads;

    ExportReader(int threads) {
        this.threads = threads;
    }

    /** The first fault that the follower finds; no line after it is looked at. */
    Optional<Alteration> read(InputStream in, Function<CheckedLine, Optional<Alteration>> follower) throws IOException {
        var workers = Executors.newFixedThreadPool(threads, ExportReader::thread);
        try {
            return read(in, follower, workers);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "verify");
        thread.setDaemon(true);
        return thread;
    }

    private static Optional<Alteration> read(
            InputStream in, Function<CheckedLine, Optional<Alteration>> follower, ExecutorService workers)
            throws IOException {
        var ahead = new ArrayDeque<Future<List<CheckedLine>>>();
        var rest = new byte[0];
        for (var ended = false; !ended || !ahead.isEmpty(); ) {
            if (!ended && ahead.size() < AHEAD) {
                var piece = piece(in, rest);
                ended = piece.length < rest.length + PIECE;
                var end = ended ? piece.length : lastLineFeed(piece) + 1;
                rest = Arrays.copyOfRange(piece, end, piece.length);
                ahead.add(workers.submit(() -> check(piece, end)));
            } else {
                var altered = follow(ahead.remove(), follower);
                if (altered.isPresent()) {
                    return altered;
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] piece(InputStream in, byte[] rest) throws IOException {
        var piece = Arrays.copyOf(rest, rest.length + PIECE);
        var read = in.readNBytes(piece, rest.length, PIECE);
        return read == PIECE ? piece : Arrays.copyOf(piece, rest.length + read);
    }

    private static int lastLineFeed(byte[] piece) {
        var at = piece.length - 1;
        while (at >= 0 && piece[at] != '\n') {
            at--;
        }
        return at;
    }

    private static List<CheckedLine> check(byte[] piece, int end) {
        var check = CHECK.get();
        var lines = new ArrayList<CheckedLine>();
        var from = 0;
        for (var at = 0; at < end; at++) {
            if (piece[at] == '\n') {
                lines.add(check.check(piece, from, at));
                from = at + 1;
            }
        }
        if (from < end) {
            lines.add(check.check(piece, from, end));
        }
        return lines;
    }

    private static Optional<Alteration> follow(
            Future<List<CheckedLine>> piece, Function<CheckedLine, Optional<Alteration>> follower) {
        try {
            for (var line : piece.get()) {
                var altered = follower.apply(line);
                if (altered.isPresent()) {
                    return altered;
                }
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the export could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
