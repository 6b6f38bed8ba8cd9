package org.mandate.authorization.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    /** Processor time, so that it says the same on a busy machine. */
    private static final double LONGEST_MILLIS = 50;

    @Test
    void leavesTheFirstBadConditionsNothingToLoad() throws Exception {
        List<String> took = run();

        assertThat(took).hasSize(14).allSatisfy(line -> {
            String[] parts = line.split(" ", 3);
            assertThat(Double.parseDouble(parts[0])).as(line).isLessThanOrEqualTo(LONGEST_MILLIS);
            assertThat(parts[1]).as(line).isIn("ERROR", "UNKNOWN", "REFUSED");
        });
    }

    private static List<String> run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstConditions.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }
}
