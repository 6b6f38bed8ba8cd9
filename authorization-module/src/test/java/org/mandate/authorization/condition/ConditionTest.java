package org.mandate.authorization.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Given GIVEN = new Given(
            Map.of(
                    "id",
                    "u-1",
                    "type",
                    "user",
                    "username",
                    "ann",
                    "attributes",
                    Map.of("level", 3, "groups", List.of("a", "b"))),
            Map.of("id", "d-1", "type", "doc", "attributes", Map.of("owner", "u-1", "size", 2.5, "public", false)),
            Map.of("name", "read", "properties", Map.of()),
            Map.of("ip", "10.1.2.3", "now", Instant.parse("2026-06-01T12:00:00Z"), "mfa", true));

    private static final String DOUBLING = ".map(x, [x, x])"
            + ".map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x])"
            + ".map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x])"
            + ".map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x]).map(x, [x, x])";
    private static final String DOUBLING_OBJECTS = ".map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x})"
            + ".map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x})"
            + ".map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x})"
            + ".map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x})"
            + ".map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x}).map(x, {'a': x, 'b': x})";

    record Given(
            Map<String, Object> subject,
            Map<String, Object> resource,
            Map<String, Object> action,
            Map<String, Object> context)
            implements Variables {}

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            resource.attributes.owner == subject.id ; TRUE
            subject.username == 'ann' ; TRUE
            subject.type == 'service' ; FALSE
            resource.attributes.public ; FALSE
            subject.attributes.level >= 3 ; TRUE
            subject.attributes.level > 3 ; FALSE
            resource.attributes.size < 3.0 ; TRUE
            resource.attributes.size < 3 ; TRUE
            'a' in subject.attributes.groups ; TRUE
            'c' in subject.attributes.groups ; FALSE
            subject.attributes.groups.exists(g, g == 'b') ; TRUE
            has(resource.attributes.owner) ; TRUE
            has(resource.attributes.nothing) ; FALSE
            has(context.mfa) && context.mfa ; TRUE
            ipIn(context.ip, '10.0.0.0/8') ; TRUE
            ipIn(context.ip, '192.168.0.0/16') ; FALSE
            context.now < timestamp('2026-06-01T12:00:01Z') ; TRUE
            context.now.getHours() == 12 ; TRUE
            action.name == 'read' ; TRUE
            resource.id.matches('^d-[0-9]+$') ; TRUE
            resource.attributes.nothing == 1 ; UNKNOWN
            context.nothing == 1 || true ; TRUE
            resource.attributes.owner > 1 ; ERROR
            resource.attributes.owner ; ERROR
            1 / (subject.attributes.level - 3) == 1 ; ERROR
            context.now ; ERROR
            dyn(1) ; ERROR
            resource.id.matches('(?=x)') ; ERROR
            ipIn(context.ip, 'nonsense') ; ERROR
            """)
    void evaluates(String source, Truth truth) {
        Finding finding = Condition.compile(source).evaluate(GIVEN);

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(truth);
        assertThat(finding.detail().isEmpty()).isEqualTo(truth == Truth.TRUE || truth == Truth.FALSE);
        assertThat(finding.detail()).doesNotContain("Exception", "dev.cel", "java.");
    }

    /** What a reason says is kept for ever: never a value that somebody gave, whatever went wrong with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp(context.secret) < now",
                "duration(context.secret) == duration('1h')",
                "int(context.secret) > 1",
                "context[context.secret] == 1",
                "context.list[context.secret] == 1",
                "context.secret + 1 == 2",
                "context.secret",
                "ipIn(context.secret, 'secret-of-anna')",
                "context.secret.matches(context.secret + '(')",
                "context.list[7] == 1",
                "context.map[context.secret].other == 1",
            })
    void neverQuotesAValue(String source) {
        var values = Map.<String, Object>of(
                "secret", "secret-of-anna", "list", List.of("secret-of-anna"), "map", Map.of("secret-of-anna", 1));
        Given given = new Given(GIVEN.subject(), GIVEN.resource(), GIVEN.action(), values);

        assertThat(evaluated(source, given)).doesNotContain("secret-of-anna");
    }

    private static String evaluated(String source, Given given) {
        try {
            return Condition.compile(source).evaluate(given).detail();
        } catch (ConditionFault refused) {
            return "";
        }
    }

    @ParameterizedTest(name = "{0} at {1}:{2}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            1 + 2 ; 1 ; 3
            subject.id ; 1 ; 8
            subject.nothing == 'a' ; 1 ; 8
            nobody == 'a' ; 1 ; 1
            subject.id == 5 ; 1 ; 12
            subject.id == ; 1 ; 14
            ipIn(context.ip) ; 1 ; 5
            now() == context.now ; 1 ; 4
            subject.id.matches('(') ; 1 ; 20
            context.now > timestamp('soon') ; 1 ; 25
            duration('long') > duration('1s') ; 1 ; 10
            """)
    void refusesWhatIsNoConditionAndSaysWhere(String source, int line, int column) {
        ConditionFault fault = catchThrowableOfType(ConditionFault.class, () -> Condition.compile(source));

        assertThat(fault).as(source).isNotNull();
        assertThat(fault.line() + ":" + fault.column()).as(fault.getMessage()).isEqualTo(line + ":" + column);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            'x'.matches('[') ; `[` is no regular expression: missing closing ]
            'x'.matches('((((((a{10}){10}){10}){10}){10}){10})z') ; `((((((a{10}){10}){10}){10}){10}){10})z` is too large a regular expression
            true && && true ; `&&` cannot stand here
            true) ; `)` cannot stand here
            subject.id == ; it ends where something is still missing
            'x' == 'y ; `'y` is nothing that a condition is written in
            nobody == 'a' ; `nobody` is not known here
            subject.nothing == 'a' ; there is no field `nothing` here
            subject.id == 5 ; `==` does not fit what it is given: string, int
            1 + 2 ; a condition must be true or false
            """)
    void saysWhatIsWrongInPlainWords(String source, String words) {
        ConditionFault fault = catchThrowableOfType(ConditionFault.class, () -> Condition.toKeep(source));

        assertThat(fault).hasMessage(words);
    }

    /** What was kept before it was refused compiles for ever, and cannot be judged. */
    @ParameterizedTest(name = "{0} at {1}:{2}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            context.now ; 1 ; 8
            context.ip ; 1 ; 8
            dyn(1) ; 1 ; 5
            dyn(dyn(subject.id)) ; 1 ; 16
            ipIn(context.ip, 'bogus') ; 1 ; 18
            has(context.mfa) && ipIn(context.ip, '10.0.0.0/33') ; 1 ; 38
            resource.id.matches('(?=x)') ; 1 ; 21
            'x'.matches('((((((a{10}){10}){10}){10}){10}){10})z') ; 1 ; 13
            1 + 2 ; 1 ; 3
            """)
    void keepsNothingThatCouldOnlyFail(String source, int line, int column) {
        ConditionFault fault = catchThrowableOfType(ConditionFault.class, () -> Condition.toKeep(source));

        assertThat(fault).as(source).isNotNull();
        assertThat(fault.line() + ":" + fault.column()).as(fault.getMessage()).isEqualTo(line + ":" + column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.mfa",
                "dyn(true)",
                "dyn(context.mfa)",
                "has(context.now)",
                "resource.id.matches('^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$') || true",
                "resource.id.matches('^([0-9]{1,3}[.]){3}[0-9]{1,3}$') || true",
                "ipIn(context.ip, '10.0.0.0/8')",
            })
    void keepsWhatMayBeTrue(String source) {
        Finding finding = Condition.toKeep(source).evaluate(GIVEN);

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "deep"})
    void refusesWhatIsTooLargeToCompile(String kind) {
        String source = switch (kind) {
            case "long" -> "true" + " || true".repeat(1_000);
            case "deep" -> "(".repeat(400) + "true" + ")".repeat(400);
            default -> "!".repeat(1_500) + "true";
        };

        assertThat(catchThrowableOfType(ConditionFault.class, () -> Condition.compile(source)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.many.all(a, context.many.all(b, a + b > -1))",
                "context.many.exists(a, context.text.matches('(a*)*b'))",
                "context.few.exists(a, context.text.matches('((a?){10})*b'))",
                "[context.text].map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)"
                        + ".map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)[0] == ''",
                "[context.many].map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)"
                        + ".map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)[0] == []",
                "context.long.contains('b')",
                "context.most.all(a, true)",
                "context.text.matches(context.large)",
                "context.text.matches(context.nested)",
                "context.half.all(a, context.text.matches('a{1000}') || true)",
                "context.objects.filter(i, i.price > 3).size() == -1",
                "context.few.map(x, context.few).map(x, x).size() == 1",
                "context.half.map(x, context.half).map(x, x).size() == 1",
                "context.many.map(x, context.many).map(x, x).size() == 1",
                "context.many.all(a, context.text.matches('(.*a){8}z') || true)",
                "context.half.all(a, context.text.matches('(.*a){8}z') || true)",
                "context.half.all(a, context.text.contains(context.part) || true)",
                "context.half.all(a, context.many == context.many)",
                "context.half.filter(a, a == 0 || [context.many] == []).size() == 1",
                "[1]" + DOUBLING + ".size() == 1",
                "[{'a': 1}]" + DOUBLING_OBJECTS + ".size() == 1",
                "context.text.matches(context.broken)",
            })
    void boundsWhatWouldRunForLong(String source) {
        Map<String, Object> large = new HashMap<>(Map.of(
                "many", numbers(1_000),
                "few", numbers(100),
                "half", numbers(400),
                "most", numbers(100_000),
                "objects", items(400),
                "text", "a".repeat(1_000),
                "part", "a".repeat(500) + "b",
                "large", "(x{100}){100}",
                "broken", "(",
                "long", "a".repeat(1_000_000)));
        large.put("nested", "((((((a{10}){10}){10}){10}){10}){10})z");
        Given given = new Given(GIVEN.subject(), GIVEN.resource(), GIVEN.action(), large);
        Condition condition = Condition.compile(source);

        for (int warm = 0; warm < 30; warm++) {
            condition.evaluate(given);
        }
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Finding finding = condition.evaluate(given);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.ERROR);
        assertThat(Duration.ofNanos(took)).as(source).isLessThan(Duration.ofMillis(50));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Map<String, Object>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("price", i, "name", "item " + i, "tags", List.of("a", "b")))
                .toList();
    }

    /** What stands beside it may be as large as it likes, here as in the rest of the request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.attributes.ok == true",
                "!(has(resource.attributes.locked) && resource.attributes.locked)",
                "resource.type == 'doc' && resource.attributes['ok']",
            })
    void looksAtNothingButWhatItNamesOfAResource(String source) {
        Map<String, Object> attributes =
                Map.of("ok", true, "description", "x".repeat(1_500), "text", "x".repeat(5_000), "l", numbers(5_000));
        Given given = new Given(
                GIVEN.subject(),
                Map.of("id", "d".repeat(3_000), "type", "doc", "attributes", attributes),
                GIVEN.action(),
                GIVEN.context());

        Finding finding = Condition.compile(source).evaluate(given);

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.TRUE);
    }

    /** What stands beside it may be as large as it likes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.small == 1",
                "context.inner.small == 1",
                "context['small'] == 1",
                "has(context.small) && !has(context.nothing)",
                "context.inner.items[0].small == 1",
            })
    void looksAtNothingButWhatItNames(String source) {
        Map<String, Object> context = Map.of(
                "small", 1,
                "novel", "a".repeat(5_000),
                "inner", Map.of("small", 1, "novel", "a".repeat(5_000), "items", List.of(Map.of("small", 1))),
                "most", IntStream.range(0, 5_000).boxed().toList());
        Given given = new Given(GIVEN.subject(), GIVEN.resource(), GIVEN.action(), context);

        Finding finding = Condition.compile(source).evaluate(given);

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "subject.attributes == {'level': 3, 'groups': ['a', 'b']}",
                "subject.attributes.size() == 2 && 'level' in subject.attributes",
                "resource.attributes.exists(name, name == 'owner')",
                "dyn(subject).attributes.level == 3",
                "[resource.attributes][0].owner == 'u-1'",
                "type(resource.attributes) == map",
                "action.properties == {}",
            })
    void seesWholeObjectsAsMaps(String source) {
        Finding finding = Condition.compile(source).evaluate(GIVEN);

        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.TRUE);
    }

    @Test
    void leavesRoomForWhatIsUsual() {
        Map<String, Object> context = Map.of(
                "groups",
                IntStream.range(0, 400)
                        .mapToObj(i -> "team-" + i + "-of-the-house")
                        .toList());
        Given given = new Given(GIVEN.subject(), GIVEN.resource(), GIVEN.action(), context);

        String source = "!context.groups.exists(g, g.matches('^group-[0-9]+$') || 'x' + g == g)";

        Finding finding = Condition.compile(source).evaluate(given);
        assertThat(finding.truth()).as(finding.detail()).isEqualTo(Truth.TRUE);
    }

    @Test
    void isEqualByItsText() {
        assertThat(Condition.compile("true"))
                .isEqualTo(Condition.compile("true"))
                .isNotEqualTo(Condition.compile("false"));
    }
}
