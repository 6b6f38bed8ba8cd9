package org.mandate.authorization.entity;

import static org.mandate.authorization.RefusedBy.refusedBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;

class EntityTest {

    private static final Map<String, Object> ATTRIBUTES = Map.of("floor", 2, "tags", List.of("a", "b"));
    private static final EntityDescribed DESCRIBED = new EntityDescribed("door", "d1", ATTRIBUTES);

    private final AggregateTestFixture<Entity> entity = new AggregateTestFixture<>(Entity.class);

    private static DescribeEntity describe(Map<String, Object> attributes) {
        return new DescribeEntity("door", "d1", attributes);
    }

    @Test
    void describesAnEntityThatIsNew() {
        entity.givenNoPriorActivity()
                .when(describe(ATTRIBUTES))
                .expectResultMessagePayload(true)
                .expectEvents(DESCRIBED);
    }

    @Test
    void replacesAllThatWasKnown() {
        entity.given(DESCRIBED)
                .when(describe(Map.of("locked", true)))
                .expectResultMessagePayload(false)
                .expectEvents(new EntityDescribed("door", "d1", Map.of("locked", true)));
    }

    @Test
    void leavesWhatIsSoAlready() {
        entity.given(DESCRIBED)
                .when(describe(ATTRIBUTES))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void keepsNoMemberThatIsNull() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("kept", 1);
        inner.put("gone", null);
        Map<String, Object> sent = new HashMap<>();
        sent.put("inner", inner);
        sent.put("gone", null);

        entity.givenNoPriorActivity()
                .when(describe(sent))
                .expectEvents(new EntityDescribed("door", "d1", Map.of("inner", Map.of("kept", 1))));
    }

    @Test
    void forgetsAnEntityAndDescribesItAgain() {
        entity.given(DESCRIBED).when(new ForgetEntity("door", "d1")).expectEvents(new EntityForgotten("door", "d1"));
        entity.given(DESCRIBED, new EntityForgotten("door", "d1"))
                .when(describe(ATTRIBUTES))
                .expectResultMessagePayload(true)
                .expectEvents(DESCRIBED);
    }

    @Test
    void rejectsForgettingWhatIsNotKnown() {
        entity.givenNoPriorActivity()
                .when(new ForgetEntity("door", "d1"))
                .expectException(refusedBy(Rule.UNKNOWN_ENTITY));
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> attributes = Map.of("deepest", true);
        for (int level = 1; level < levels; level++) {
            attributes = Map.of("inner", attributes);
        }
        return attributes;
    }

    static Stream<DescribeEntity> refused() {
        return Stream.of(
                new DescribeEntity("user", "u1", Map.of()),
                new DescribeEntity("posts", "p1", Map.of()),
                new DescribeEntity("do or", "d1", Map.of()),
                new DescribeEntity("door", " ", Map.of()),
                describe(Map.of("", 1)),
                describe(Map.of("x".repeat(101), 1)),
                describe(Map.of("text", "x".repeat(16 * 1024))),
                describe(Map.of("list", Arrays.asList(1, null))),
                describe(nested(9)),
                describe(IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> "m" + i, i -> i))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void rejectsWhatIsNoEntity(DescribeEntity command) {
        entity.givenNoPriorActivity().when(command).expectException(refusedBy(Rule.INVALID));
    }

    @Test
    void takesWhatIsAsDeepAsMayBe() {
        entity.givenNoPriorActivity()
                .when(describe(nested(8)))
                .expectEvents(new EntityDescribed("door", "d1", nested(8)));
    }
}
