package org.mandate.authorization.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.RuntimeHelpers;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.runtime.standard.MatchesFunction.MatchesOverload;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one evaluation may spend on the functions that one step of an iteration does not bound: matching, and joining what was
 * joined before. Counted in steps and never in time, so that it comes to the same on every machine.
 */
final class Effort {

    private static final int MOST = 200_000;
    private static final int LARGEST_PATTERN = 100;
    private static final int COMPILING = 50;
    private static final ThreadLocal<Effort> SPENT = ThreadLocal.withInitial(Effort::new);

    private static final Set<Object> COUNTED = Set.of(
            MatchesOverload.MATCHES,
            MatchesOverload.MATCHES_STRING,
            AddOverload.ADD_STRING,
            AddOverload.ADD_BYTES,
            AddOverload.ADD_LIST);

    private long spent;

    private Effort() {}

    static void begin() {
        SPENT.get().spent = 0;
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

    private static Pattern compiled(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.programSize() <= LARGEST_PATTERN) {
                return compiled;
            }
        } catch (PatternSyntaxException e) {
            throw new CelInvalidArgumentException(e);
        }
        throw new CelInvalidArgumentException("the pattern is too large");
    }

    private static String joined(String first, String second) {
        spend((long) first.length() + second.length());
        return first.concat(second);
    }

    private static CelByteString joined(CelByteString first, CelByteString second) {
        spend((long) first.size() + second.size());
        return first.concat(second);
    }

    /** What a macro gathers is added to in place, so only what is added counts; a list that was joined is made anew. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List joined(List first, List second) {
        spend(second.size() + 1L);
        List joined = RuntimeHelpers.concat((List<Object>) first, (List<Object>) second);
        if (joined != first) {
            spend(first.size());
        }
        return joined;
    }
}
