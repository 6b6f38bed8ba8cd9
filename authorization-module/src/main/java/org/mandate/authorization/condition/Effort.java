package org.mandate.authorization.condition;

import com.google.re2j.Pattern;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.runtime.standard.ContainsFunction.ContainsOverload;
import dev.cel.runtime.standard.MatchesFunction.MatchesOverload;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one evaluation may spend on what one step of an iteration does not bound: matching, joining what was joined before, and
 * going through lists and objects, which the library does whole each time that one is named. Counted in steps and never in
 * time, so that it comes to the same on every machine.
 */
final class Effort {

    private static final int MOST = 200_000;
    private static final int COMPILING = 50;
    private static final int REFUSING = 50_000;
    private static final int COMPARED_AT_ONCE = 16;
    private static final ThreadLocal<Effort> SPENT = ThreadLocal.withInitial(Effort::new);

    private static final Set<Object> COUNTED = Set.of(
            MatchesOverload.MATCHES,
            MatchesOverload.MATCHES_STRING,
            AddOverload.ADD_STRING,
            AddOverload.ADD_BYTES,
            AddOverload.ADD_LIST,
            ContainsOverload.CONTAINS_STRING);

    private long spent;

    private Effort() {}

    static void begin() {
        SPENT.get().spent = 0;
    }

    /** Whether this evaluation has spent more than it may, even where what stopped it was passed over. */
    static boolean isSpent() {
        return SPENT.get().spent > MOST;
    }

    /** One member of a list or an object is looked at. */
    static void look() {
        spend(1);
    }

    /** The standard functions without those that are counted here. */
    static CelStandardFunctions uncounted() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> !COUNTED.contains(overload))
                .build();
    }

    static Iterable<CelFunctionBinding> counted() {
        return Stream.of(
                        CelFunctionBinding.fromOverloads(
                                "matches",
                                CelFunctionBinding.from("matches", String.class, String.class, Effort::matches),
                                CelFunctionBinding.from("matches_string", String.class, String.class, Effort::matches)),
                        CelFunctionBinding.fromOverloads(
                                "contains",
                                CelFunctionBinding.from(
                                        "contains_string", String.class, String.class, Effort::contains)),
                        CelFunctionBinding.fromOverloads(
                                "_+_",
                                CelFunctionBinding.from("add_string", String.class, String.class, Effort::joined),
                                CelFunctionBinding.from(
                                        "add_bytes", CelByteString.class, CelByteString.class, Effort::joined),
                                CelFunctionBinding.from("add_list", List.class, List.class, Effort::joined)))
                .flatMap(Set::stream)
                .toList();
    }

    private static void spend(long steps) {
        Effort effort = SPENT.get();
        effort.spent += steps;
        if (effort.spent > MOST) {
            throw new CelIterationLimitExceededException(MOST);
        }
    }

    private static boolean matches(String text, String pattern) {
        spend(COMPILING + pattern.length());
        Pattern compiled = compiled(pattern);
        spend((long) compiled.programSize() * text.length());
        return compiled.matcher(text).find();
    }

    /** That a pattern is too large shows when much of it is compiled already. */
    private static Pattern compiled(String pattern) {
        try {
            return Regex.compile(pattern);
        } catch (CelInvalidArgumentException e) {
            spend(REFUSING);
            throw e;
        }
    }

    private static boolean contains(String text, String part) {
        spend(1 + (long) text.length() * part.length() / COMPARED_AT_ONCE);
        return text.contains(part);
    }

    private static String joined(String first, String second) {
        spend((long) first.length() + second.length());
        return first.concat(second);
    }

    private static CelByteString joined(CelByteString first, CelByteString second) {
        spend((long) first.size() + second.size());
        return first.concat(second);
    }

    /** What a macro gathers grows by one at a time; whatever is joined is gone through, and counted, when it is looked at. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List joined(List first, List second) {
        spend(first.size() + second.size() + 1L);
        return Gathered.of((List<Object>) first, (List<Object>) second);
    }
}
