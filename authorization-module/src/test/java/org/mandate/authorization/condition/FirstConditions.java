package org.mandate.authorization.condition;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A process of its own, in which no condition was seen before: prints how many milliseconds of its processor time each of some
 * bad conditions takes the first time. After the warm-up, unless told {@code cold}.
 */
final class FirstConditions {

    private static final List<String> BAD = List.of(
            "context.numbers.all(a, context.numbers.all(b, a + b > -1))",
            "context.numbers.exists(a, context.text.matches('((x?){10})*y'))",
            "[context.text].map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)"
                    + ".map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)[0] == ''",
            "context.huge.all(a, true)",
            "context.text.matches(context.pattern)",
            "context.text.matches(context.broken)",
            "context.novel.contains('b')",
            "resource.attributes.owner > 7",
            "resource.attributes.missing == 7",
            "resource.id.matches('[')",
            "resource.id + 5 == 6",
            "subject.whatever",
            "true".repeat(600),
            "!(".repeat(500) + "true" + ")".repeat(500));

    private FirstConditions() {}

    public static void main(String[] arguments) {
        if (!List.of(arguments).contains("cold")) {
            new WarmUp(Clock.systemUTC()).afterSingletonsInstantiated();
        }
        Variables given = new ConditionTest.Given(
                Map.of("id", "u-7", "type", "user", "attributes", Map.of()),
                Map.of("id", "d-7", "type", "doc", "attributes", Map.of("owner", "u-7")),
                Map.of("name", "read", "properties", Map.of()),
                Map.of(
                        "now", Instant.EPOCH,
                        "numbers", IntStream.range(0, 1_000).boxed().toList(),
                        "huge", IntStream.range(0, 100_000).boxed().toList(),
                        "text", "x".repeat(1_000),
                        "pattern", "(x{100}){100}",
                        "broken", "(",
                        "novel", "x".repeat(1_000_000)));
        for (String source : BAD) {
            long before = spent();
            String outcome = outcome(source, given);
            System.out.println((spent() - before) / 1e6 + " " + outcome + " " + source);
        }
    }

    private static String outcome(String source, Variables given) {
        try {
            return Condition.compile(source).evaluate(given).truth().name();
        } catch (ConditionFault refused) {
            return "REFUSED";
        }
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
