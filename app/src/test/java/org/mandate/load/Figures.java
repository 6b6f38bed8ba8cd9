package org.mandate.load;

import java.util.Locale;

/**
 * What one measurement gave.
 * @param refused answers of 503, which stand in no other figure
 * @param cpuMicros processor time of the server for one request: that of the process without its clients' threads
 */
record Figures(int clients, double perSecond, double p50Millis, double p99Millis, long refused, double cpuMicros) {

    /** From the sorted times of all requests. */
    static Figures of(int clients, long[] sortedNanos, long refused, double seconds, long cpuNanos) {
        int count = sortedNanos.length;
        if (count == 0) {
            throw new IllegalStateException("nothing was served, `" + refused + "` requests were refused");
        }
        return new Figures(
                clients,
                count / seconds,
                sortedNanos[count / 2] / 1e6,
                sortedNanos[(int) (count * 0.99)] / 1e6,
                refused,
                cpuNanos / 1e3 / count);
    }

    static String header() {
        return """
                | what | clients | per second | p50 ms | p99 ms | refused | server CPU us each |
                | --- | --- | --- | --- | --- | --- | --- |
                """;
    }

    String row(String what) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %d | %.0f |%n",
                what,
                clients,
                perSecond,
                p50Millis,
                p99Millis,
                refused,
                cpuMicros);
    }
}
