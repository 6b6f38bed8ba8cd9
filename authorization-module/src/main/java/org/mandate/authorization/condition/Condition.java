package org.mandate.authorization.condition;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition in the Common Expression Language (CEL 1.0), compiled and type-checked once. Evaluating it is pure, and bounded
 * whatever it says: in its length and depth, in iterations, in what matching and joining take, and in the size of regular expressions and of the values it looks at.
 */
public final class Condition {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private static final Pattern INSTANT = Pattern.compile("timestamp\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

    private static final String TOO_LONG = "it would run for too long";

    private final String source;
    private final Program program;

    private Condition(String source, Program program) {
        this.source = source;
        this.program = program;
    }

    /**
     * Compile a condition.
     * @throws ConditionFault where it does not compile or is not boolean
     */
    public static Condition compile(String source) {
        try {
            return new Condition(source, Language.compile(source));
        } catch (CelValidationException e) {
            throw fault(source, e);
        } catch (CelEvaluationException e) {
            throw new ConditionFault(1, 1, plain(e));
        }
    }

    /**
     * Compile a condition that is to be kept, and refuse one that could only fail as well. What was kept once compiles for ever.
     * @throws ConditionFault where it does not compile, is not boolean or could only fail
     */
    public static Condition toKeep(String source) {
        try {
            Language.check(source);
        } catch (CelValidationException e) {
            throw fault(source, e);
        }
        return compile(source);
    }

    public String source() {
        return source;
    }

    /** Whether it may speak of the subject's username. */
    public boolean mayNeedUsername() {
        return source.contains("username");
    }

    /** Whether it may speak of this variable. */
    public boolean maySpeakOf(String variable) {
        return source.contains(variable);
    }

    /** Whether it may come to something else as time goes by. */
    public boolean mayTurnWithTime() {
        return maySpeakOf("now");
    }

    /** The instants that it names, where it may turn with time. */
    public Set<Instant> instants() {
        return mayTurnWithTime()
                ? INSTANT.matcher(source)
                        .results()
                        .flatMap(found -> instant(found.group(1)))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Stream<Instant> instant(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeException notAnInstant) {
            return Stream.empty();
        }
    }

    /** What it comes to for these values; never throws. */
    public Finding evaluate(Variables variables) {
        Effort.begin();
        Finding finding = judge(variables);
        return Effort.isSpent() ? new Finding(Truth.ERROR, TOO_LONG) : finding;
    }

    private Finding judge(Variables variables) {
        try {
            Object value = program.eval(name -> variable(name, variables));
            if (value instanceof Boolean holds) {
                return holds ? Finding.HOLDS : Finding.FAILS;
            }
            return new Finding(Truth.ERROR, "the condition is not true or false here");
        } catch (CelEvaluationException e) {
            boolean absent = e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND;
            return new Finding(absent ? Truth.UNKNOWN : Truth.ERROR, sentence(e));
        } catch (RuntimeException e) {
            return new Finding(Truth.ERROR, failure(e));
        }
    }

    private static Optional<Object> variable(String name, Variables variables) {
        return switch (name) {
            case "subject" -> Optional.of(Values.of(variables.subject()));
            case "resource" -> Optional.of(Values.of(variables.resource()));
            case "action" -> Optional.of(Values.of(variables.action()));
            case "context" -> Optional.of(Values.of(variables.context()));
            default -> Optional.empty();
        };
    }

    private static ConditionFault fault(String source, CelValidationException refused) {
        Optional<CelIssue> issue = refused.getErrors().stream().findFirst();
        int line = issue.map(one -> one.getSourceLocation().getLine()).orElse(1);
        int column = issue.map(one -> one.getSourceLocation().getColumn() + 1).orElse(1);
        String message = issue.map(CelIssue::getMessage).orElse("does not compile");
        return new ConditionFault(Math.max(1, line), Math.max(1, column), cut(FaultWords.plain(message.strip())));
    }

    /** Reasons are kept for ever, so they never quote a value: only what stands in the condition itself. */
    private String sentence(CelEvaluationException e) {
        String message = String.valueOf(e.getMessage());
        Matcher key = QUOTED.matcher(message);
        if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && key.find() && source.contains(key.group(1))) {
            return plain(e);
        }
        return switch (e.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> "something that it looks at is not known";
            case DIVIDE_BY_ZERO -> "it divides by zero";
            case INDEX_OUT_OF_BOUNDS -> "it looks beyond the end of a list";
            case NUMERIC_OVERFLOW -> "a number in it grows too large";
            case ITERATION_BUDGET_EXCEEDED -> TOO_LONG;
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD ->
                "an operation in it does not fit the values that it is given";
            case BAD_FORMAT, INVALID_ARGUMENT -> "a value that it is given has a form that it cannot read";
            default -> failure(e);
        };
    }

    /** The library's own sentence, without its wrapping and without names of classes. */
    private static String plain(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        String plain = message.replaceFirst("^evaluation error( at .*?)?: ", "").strip();
        return cut(plain.matches("(?s).*\\b(java|com|dev|org)\\.[a-z]+\\..*") ? "the condition failed" : plain);
    }

    private static String failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Values.TooLarge) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "the condition failed";
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
