package org.mandate.http.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What the JSON parser found, in words that name the place in the document and no type of ours. */
final class JsonFaults {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);

    private JsonFaults() {}

    static Problem problem(JacksonException fault) {
        if (fault instanceof StreamConstraintsException) {
            return malformed("the JSON document is nested too deeply or holds an over-long value" + place(fault));
        }
        Optional<String> duplicate = duplicate(fault);
        if (duplicate.isPresent()) {
            return Problem.invalid(inside(fault, duplicate.get()), "the member stands more than once");
        }
        if (fault instanceof InputCoercionException outOfRange) {
            return Problem.invalid(inside(fault, member(outOfRange)), "the number is out of range");
        }
        if (fault instanceof StreamReadException) {
            return malformed("the body is not well-formed JSON" + place(fault));
        }
        if (fault instanceof PropertyBindingException unknown) {
            return Problem.invalid(path(unknown.getPath()), "the member is not known here");
        }
        return mismatch(fault);
    }

    private static Problem mismatch(JacksonException fault) {
        String path = path(fault.getPath());
        if (!(fault instanceof MismatchedInputException mismatch)) {
            return path.isEmpty() ? malformed("the body cannot be read") : Problem.invalid(path, "is not acceptable");
        }
        if (mismatch.getCurrentToken() == null && path.isEmpty()) {
            return malformed("the body is empty or ends too early");
        }
        return path.isEmpty()
                ? malformed("the body must be " + expected(mismatch.getTargetType()))
                : Problem.invalid(path, "must be " + expected(mismatch.getTargetType()));
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemKind.MALFORMED_REQUEST, detail);
    }

    private static Optional<String> duplicate(JacksonException fault) {
        String message = fault.getOriginalMessage();
        Matcher matcher = DUPLICATE.matcher(message == null ? "" : message);
        return fault instanceof StreamReadException && matcher.find()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static String member(InputCoercionException fault) {
        return fault.processor() == null || fault.processor().currentName() == null
                ? ""
                : fault.processor().currentName();
    }

    /** The path of a member that the path of the fault itself may or may not end with. */
    private static String inside(JacksonException fault, String member) {
        String path = path(fault.getPath());
        if (path.isEmpty() || path.equals(member) || path.endsWith("." + member)) {
            return path.isEmpty() ? member : path;
        }
        return path + "." + member;
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String place(JacksonException fault) {
        if (fault.getLocation() == null || fault.getLocation().getLineNr() < 1) {
            return "";
        }
        return " (line " + fault.getLocation().getLineNr() + ", column "
                + fault.getLocation().getColumnNr() + ")";
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == double.class || type == Double.class ? "a number" : "a whole number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "an ISO-8601 instant in UTC";
        }
        if (type.isEnum()) {
            return "one of its documented values";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
