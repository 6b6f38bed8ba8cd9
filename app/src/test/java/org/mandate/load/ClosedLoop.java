package org.mandate.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** So many clients, each sending its next request when it has its answer, for so long. */
final class ClosedLoop {

    private static final int MOST_CLIENTS = 64;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private ClosedLoop() {}

    /** Sends over HTTP. An answer has the expected status, or is 503: an overloaded server that refuses, which is counted. */
    static Figures http(int port, int clients, Duration time, int expected, Supplier<byte[]> requests)
            throws InterruptedException, ExecutionException {
        return run(clients, time, () -> {
            var connection = new Connection(port);
            return new Client() {
                @Override
                public boolean once() throws IOException {
                    var answer = connection.exchange(requests.get());
                    if (answer.status() != expected && answer.status() != 503) {
                        throw new IllegalStateException("answered " + answer);
                    }
                    return answer.status() == expected;
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }

    static Figures run(int clients, Duration time, Callable<Client> factory)
            throws InterruptedException, ExecutionException {
        if (clients > MOST_CLIENTS || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("at most " + MOST_CLIENTS + " clients for at most " + LONGEST);
        }
        var pool = Executors.newFixedThreadPool(clients);
        try {
            long cpu = processCpu();
            long start = System.nanoTime();
            var running = new ArrayList<Future<Sample>>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> sample(factory, start + time.toNanos())));
            }
            var samples = new ArrayList<Sample>();
            for (var each : running) {
                samples.add(each.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long own = samples.stream().mapToLong(Sample::cpu).sum();
            long[] nanos = samples.stream()
                    .flatMapToLong(sample -> Arrays.stream(sample.nanos()))
                    .sorted()
                    .toArray();
            long refused = samples.stream().mapToLong(Sample::refused).sum();
            return Figures.of(clients, nanos, refused, seconds, processCpu() - cpu - own);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Sample sample(Callable<Client> factory, long end) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = new long[1024];
        int count = 0;
        long refused = 0;
        try (var client = factory.call()) {
            for (long now = System.nanoTime(); now < end; ) {
                boolean served = client.once();
                long then = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                if (served) {
                    nanos[count++] = then - now;
                } else {
                    refused++;
                }
                now = then;
            }
        }
        return new Sample(Arrays.copyOf(nanos, count), refused, threads.getCurrentThreadCpuTime());
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    interface Client extends AutoCloseable {
        /** True where the request was served, false where it was refused for want of capacity. */
        boolean once() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    private record Sample(long[] nanos, long refused, long cpu) {}
}
