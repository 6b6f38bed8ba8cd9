package org.mandate.http.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem to be answered.
 *
 * @param detail a sentence for the caller; nothing internal
 * @param decisionId the record of the decision that refused
 * @param error the error code of RFC 6749, where the kind alone does not give it
 * @param headers what the answer carries beside the body
 */
public record Problem(
        ProblemKind kind,
        String detail,
        List<FieldFault> errors,
        Optional<String> decisionId,
        Optional<String> error,
        Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** One value is not acceptable. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldFault(field, message)));
    }

    /** Several values are not acceptable. */
    public static Problem invalid(List<FieldFault> errors) {
        return of(ProblemKind.INVALID_REQUEST, sentence(errors)).with(errors);
    }

    public Problem with(FieldFault fault) {
        List<FieldFault> all = new ArrayList<>(errors);
        all.add(fault);
        return with(all);
    }

    public Problem with(List<FieldFault> faults) {
        return new Problem(kind, detail, faults, decisionId, error, headers);
    }

    public Problem withDecision(String id) {
        return new Problem(kind, detail, errors, Optional.of(id), error, headers);
    }

    /** With the error code of RFC 6749. */
    public Problem withError(String code) {
        return new Problem(kind, detail, errors, decisionId, Optional.of(code), headers);
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(kind, detail, errors, decisionId, error, all);
    }

    /** The caller may come again after this many seconds. */
    public Problem retryAfter(long seconds) {
        return withHeader("Retry-After", Long.toString(Math.max(1, seconds)));
    }

    /** This problem as an exception, for whoever cannot answer it directly. */
    public ProblemFound found() {
        return new ProblemFound(this);
    }

    private static String sentence(List<FieldFault> errors) {
        if (errors.size() != 1) {
            return errors.size() + " values are not acceptable";
        }
        FieldFault only = errors.get(0);
        return only.field().isEmpty() ? only.message() : "`" + only.field() + "`: " + only.message();
    }
}
