package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.content.post.PostRuleViolated;
import org.mandate.enforcement.AccessRefused;
import org.mandate.identity.user.UserRuleViolated;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** The one place that says which answer an exception comes to. What is not named here is an internal error. */
final class Faults {
    private static final int DEEPEST_CAUSE = 12;

    private Faults() {}

    static Optional<Problem> problem(Throwable thrown, HttpServletRequest request) {
        List<Throwable> chain = chain(thrown);
        return first(chain, fault -> ours(fault, request))
                .or(() -> first(chain, OutageFaults::problem))
                .or(() -> unreadable(chain))
                .or(() -> first(chain, WebFaults::problem));
    }

    private static Optional<Problem> first(List<Throwable> chain, Function<Throwable, Optional<Problem>> answer) {
        return chain.stream().map(answer).flatMap(Optional::stream).findFirst();
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable fault = thrown;
        while (fault != null && chain.size() < DEEPEST_CAUSE) {
            chain.add(fault);
            fault = fault.getCause();
        }
        return chain;
    }

    private static Optional<Problem> ours(Throwable fault, HttpServletRequest request) {
        if (fault instanceof ProblemFound found) {
            return Optional.of(found.problem());
        }
        if (fault instanceof BodyTooLarge large) {
            return Optional.of(large.problem());
        }
        if (fault instanceof AccessRefused refused) {
            return Optional.of(RefusalFaults.problem(refused));
        }
        if (fault instanceof UserRuleViolated rule) {
            return Optional.of(RuleFaults.problem(rule));
        }
        if (fault instanceof PostRuleViolated rule) {
            return Optional.of(RuleFaults.problem(rule));
        }
        return fault instanceof AccessRuleViolated rule
                ? Optional.of(RuleFaults.problem(rule, variables(request)))
                : Optional.empty();
    }

    /** A parser's complaint is the caller's fault only while a request body is read; anywhere else it is ours. */
    private static Optional<Problem> unreadable(List<Throwable> chain) {
        if (chain.stream().noneMatch(HttpMessageNotReadableException.class::isInstance)) {
            return Optional.empty();
        }
        return first(
                chain,
                fault -> fault instanceof JacksonException json && !(fault instanceof JacksonIOException)
                        ? Optional.of(JsonFaults.problem(json))
                        : Optional.empty());
    }

    private static Map<String, Object> variables(HttpServletRequest request) {
        Map<String, Object> copy = new HashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> copy.put(String.valueOf(name), String.valueOf(value)));
        }
        return copy;
    }
}
