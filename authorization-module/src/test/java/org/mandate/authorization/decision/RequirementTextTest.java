package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTextTest {

    private static final List<String> NAMES = List.of(
            "admin", "posts:read", "*:*", "", " ", ",", ")", "(", "\"", "\\", "\\\"", "a,b", "may(x)", "\u00e9");

    @Test
    void isReadableWhereNamesAreOrdinary() {
        assertThat(Requirement.allOf(
                        Requirement.scope("posts:write"),
                        Requirement.anyOf(Requirement.owner(), Requirement.anyRole("admin", "moderator"))))
                .hasToString("allOf(scope(posts:write),anyOf(owner,anyRole(admin,moderator)))");
    }

    @Test
    void givesTheRequirementBackWhateverItsNames() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Requirement requirement = requirement(random, 3);
            assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement);
        }
    }

    @Test
    void givesBackInstantsOfAnyYear() {
        for (Instant until :
                List.of(Instant.MIN, Instant.EPOCH, Instant.parse("+20260-12-31T00:00:00Z"), Instant.MAX)) {
            Requirement lasting = new Requirement.Lasting(Optional.of(until), List.of(), Requirement.owner());
            assertThat(Requirement.parse(lasting.toString())).isEqualTo(lasting);
        }
    }

    @Test
    void saysWhatWouldBeLifted() {
        assertThat(Requirement.allOf(
                        Requirement.mayLift("suspended"),
                        Requirement.mayReduce("carrier", List.of("b", "a")),
                        Requirement.mayReduce("carrier", List.of()),
                        Requirement.mayRelax("deny-escapes")))
                .hasToString("allOf(mayLift(suspended),mayReduce(carrier,to(a,b)),mayReduce(carrier,to()),"
                        + "mayRelax(deny-escapes))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "may",
                "may()",
                "may(a",
                "may(a))",
                "may(a,b)",
                "may(a b)",
                "owner()x",
                "other(a)",
                "anyRole(,)",
                "anyRole(a,)",
                "may(\"a)",
                "may(\"a\\"
            })
    void refusesWhatIsTheTextOfNone(String text) {
        assertThatThrownBy(() -> Requirement.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> Requirement.parse("allOf(".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Requirement requirement(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 11 : 14)) {
            case 0 -> Requirement.authenticated();
            case 1 -> Requirement.owner();
            case 2 -> Requirement.scope(name(random));
            case 3 -> Requirement.mayGrant(name(random));
            case 4 -> Requirement.may(name(random));
            case 5 -> new Requirement.AnyRole(names(random));
            case 6 -> new Requirement.AnyPermission(names(random));
            case 7 -> new Requirement.AllPermissions(names(random));
            case 8 -> Requirement.mayLift(name(random));
            case 9 -> Requirement.mayRelax(name(random));
            case 10 -> Requirement.mayReduce(name(random), names(random));
            case 11 -> new Requirement.AllOf(parts(random, depth - 1));
            case 12 ->
                new Requirement.Lasting(
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(Instant.ofEpochMilli(random.nextLong(1L << 41))),
                        names(random),
                        requirement(random, depth - 1));
            default -> new Requirement.AnyOf(parts(random, depth - 1));
        };
    }

    private static List<Requirement> parts(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> requirement(random, depth))
                .toList();
    }

    private static List<String> names(Random random) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> name(random)).toList();
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
