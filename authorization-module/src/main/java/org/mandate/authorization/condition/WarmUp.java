package org.mandate.authorization.condition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Goes through the language once before anybody is served. Loading its parser, checker and runtime takes a few hundred
 * milliseconds, which the first condition of a policy would otherwise pay for.
 */
@Component
final class WarmUp implements SmartInitializingSingleton {

    private static final List<String> CONDITIONS = List.of(
            "resource.attributes.owner == subject.id && subject.type != 'nobody' || has(subject.username)",
            "subject.attributes.level >= 3 && (resource.attributes.size < 2.5 ? true : !resource.attributes.open)",
            "context.items.all(a, context.items.exists(b, a + b > 0)) && 'a' in subject.attributes.groups",
            "context.items.map(a, a * 2).filter(a, a > 1).size() in [1, 2, 3] || context['ip'] == ''",
            "resource.id.matches('^d-(a|b)*[0-9]+$') && action.name.startsWith('re') && size(action.properties) == 0",
            "resource.id.matches(subject.id + '(') || context.items.exists_one(a, a == 1)",
            "ipIn(context.ip, '10.0.0.0/8') && context.now < timestamp('2020-01-01T00:00:00Z') + duration('1h')",
            "context.now.getHours() == 12 || int(subject.attributes.level) / 0 == 1 || {'a': 1}.a == 1",
            "context.many.all(a, context.many.all(b, a + b > -1)) || context.long.contains('b')",
            "context.many.exists(a, context.text.matches('((a?){10})*b'))",
            "resource.attributes.absent == 1 || context.ip > 1 || double('x') > 1.0 || context.items[7] == 1",
            "subject.id.matches('(')",
            "context.now > timestamp('soon')",
            "duration('long') > duration('1s')",
            "subject.id == 5",
            "subject.nothing == 'a'",
            "nobody == 'a'",
            "1 + 2",
            "subject.id == ",
            "(".repeat(100) + "true" + ")".repeat(100));

    /** From the second on, loops begin to be compiled. */
    private static final int ROUNDS = 3;

    private final Clock clock;

    WarmUp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Variables sample = new Sample(clock.instant());
        for (int round = 0; round < ROUNDS; round++) {
            CONDITIONS.forEach(condition -> goThrough(condition, sample));
        }
    }

    private static void goThrough(String source, Variables sample) {
        try {
            Condition.compile(source).evaluate(sample);
        } catch (ConditionFault refused) {
            // Some are wrong on purpose: refusing is warmed up as well.
        }
    }

    private record Sample(Map<String, Object> context) implements Variables {

        Sample(Instant now) {
            this(Map.of(
                    "ip", "10.1.2.3",
                    "now", now,
                    "items", List.of(1, 2, 3),
                    "many", IntStream.range(0, 100).boxed().toList(),
                    "text", "a".repeat(1_000),
                    "long", "a".repeat(2_000)));
        }

        @Override
        public Map<String, Object> subject() {
            return Map.of("id", "u-1", "type", "user", "attributes", Map.of("level", 3, "groups", List.of("a", "b")));
        }

        @Override
        public Map<String, Object> resource() {
            return Map.of("id", "d-1", "type", "doc", "attributes", Map.of("owner", "u-1", "size", 2.5, "open", false));
        }

        @Override
        public Map<String, Object> action() {
            return Map.of("name", "read", "properties", Map.of());
        }
    }
}
