package org.mandate.authorization.bench;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * All benchmarks of the decision function in one run, with what they allocate; prints JMH's table and leaves it in
 * {@code target/jmh.csv}. Settings: {@code mandate.bench.seconds} for each of five iterations.
 */
class BenchmarkRun {

    private static final int SECONDS = Integer.getInteger("mandate.bench.seconds", 2);

    @Test
    void measuresDecisions() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("org.mandate.authorization.bench.*Benchmark")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(SECONDS))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(SECONDS))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms5g", "-Xmx5g")
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.CSV)
                .result(Path.of("target", "jmh.csv").toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        if (results.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
    }
}
