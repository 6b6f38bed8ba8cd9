package org.mandate.authorization.constraint;

import static org.mandate.authorization.RefusedBy.refusedBy;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.ConstraintRetired;

class ConstraintTest {

    private static final ConstraintDefined DEFINED = new ConstraintDefined("c1", List.of("buyer", "payer"), 1);

    private final AggregateTestFixture<Constraint> constraint = new AggregateTestFixture<>(Constraint.class);

    @Test
    void definesAConstraint() {
        constraint
                .givenNoPriorActivity()
                .when(new DefineConstraint("c1", List.of("payer", "buyer"), 1))
                .expectEvents(DEFINED);
    }

    @Test
    void rejectsATakenId() {
        constraint
                .given(DEFINED)
                .when(new DefineConstraint("c1", List.of("a", "b"), 1))
                .expectException(refusedBy(Rule.CONSTRAINT_EXISTS));
    }

    @Test
    void retiresAConstraintAndDefinesItAgain() {
        constraint.given(DEFINED).when(new RetireConstraint("c1")).expectEvents(new ConstraintRetired("c1"));
        constraint
                .given(DEFINED, new ConstraintRetired("c1"))
                .when(new DefineConstraint("c1", List.of("buyer", "payer"), 1))
                .expectEvents(DEFINED);
    }

    @Test
    void rejectsRetiringWhatDoesNotStand() {
        constraint
                .givenNoPriorActivity()
                .when(new RetireConstraint("c1"))
                .expectException(refusedBy(Rule.UNKNOWN_CONSTRAINT));
    }

    static Stream<DefineConstraint> refused() {
        return Stream.of(
                new DefineConstraint("c 1", List.of("a", "b"), 1),
                new DefineConstraint("c1", List.of("a", "b c"), 1),
                new DefineConstraint("c1", List.of("a"), 1),
                new DefineConstraint("c1", List.of("a", "a"), 1),
                new DefineConstraint("c1", List.of("a", "b", "a"), 1),
                new DefineConstraint("c1", List.of("a", "b"), 0),
                new DefineConstraint("c1", List.of("a", "b"), 2));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void rejectsWhatIsNoConstraint(DefineConstraint command) {
        constraint.givenNoPriorActivity().when(command).expectException(refusedBy(Rule.INVALID));
    }
}
