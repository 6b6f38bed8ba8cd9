package org.mandate.http.problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the web framework found wrong with a request. */
final class WebFaults {
    private WebFaults() {}

    static Optional<Problem> problem(Throwable fault) {
        return parameter(fault).or(() -> protocol(fault));
    }

    private static Optional<Problem> parameter(Throwable fault) {
        if (fault instanceof MissingServletRequestParameterException missing) {
            return Optional.of(Problem.invalid(missing.getParameterName(), "is required"));
        }
        if (fault instanceof MissingRequestHeaderException missing) {
            return Optional.of(Problem.invalid(missing.getHeaderName(), "the header is required"));
        }
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            Class<?> type = mismatch.getParameter().nestedIfOptional().getNestedParameterType();
            return Optional.of(Problem.invalid(mismatch.getName(), "must be " + JsonFaults.expected(type)));
        }
        if (fault instanceof BindException binding) {
            return Optional.of(Problem.invalid(binding.getFieldErrors().stream()
                    .map(error -> new FieldFault(error.getField(), text(error.getDefaultMessage())))
                    .toList()));
        }
        if (fault instanceof HandlerMethodValidationException validation) {
            return Optional.of(Problem.invalid(parameters(validation)));
        }
        return Optional.empty();
    }

    static Problem brokenOff() {
        return Problem.of(
                ProblemKind.MALFORMED_REQUEST, "the body breaks off, or is not sent as the headers of the request say");
    }

    private static Problem unreadable(InvalidParameterException parameters) {
        return parameters.getErrorCode() == ProblemKind.TOO_LARGE.status()
                ? Problem.of(ProblemKind.TOO_LARGE, "the form is too large")
                : Problem.of(
                        ProblemKind.MALFORMED_REQUEST,
                        "the parameters cannot be read: one is badly encoded, or there are too many");
    }

    private static List<FieldFault> parameters(HandlerMethodValidationException validation) {
        return validation.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldFault(
                                text(result.getMethodParameter().getParameterName()), text(error.getDefaultMessage()))))
                .toList();
    }

    private static Optional<Problem> protocol(Throwable fault) {
        if (fault instanceof BadRequestException) {
            return Optional.of(brokenOff());
        }
        if (fault instanceof InvalidParameterException parameters) {
            return Optional.of(unreadable(parameters));
        }
        if (fault instanceof HttpMessageNotReadableException) {
            return Optional.of(Problem.of(ProblemKind.MALFORMED_REQUEST, "the body is missing or cannot be read"));
        }
        if (fault instanceof HttpRequestMethodNotSupportedException method) {
            return Optional.of(notOffered(method));
        }
        if (fault instanceof HttpMediaTypeNotSupportedException type) {
            Problem problem = Problem.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    type.getContentType() == null
                            ? "the request says no usable `Content-Type`"
                            : "a body of type `" + type.getContentType() + "` is not taken here");
            return Optional.of(withHeader(problem, type, HttpHeaders.ACCEPT));
        }
        if (fault instanceof HttpMediaTypeNotAcceptableException type) {
            return Optional.of(Problem.of(ProblemKind.NOT_ACCEPTABLE, "this is to be had only as " + offered(type)));
        }
        return fault instanceof ErrorResponse response ? Optional.of(byStatus(response)) : Optional.empty();
    }

    /** With all that the path has: what can be read can be asked for its head, and every path for its options. */
    private static Problem notOffered(HttpRequestMethodNotSupportedException fault) {
        Problem problem = Problem.of(
                ProblemKind.METHOD_NOT_ALLOWED, "the method `" + fault.getMethod() + "` is not offered here");
        String[] supported = fault.getSupportedMethods();
        if (supported == null) {
            return problem;
        }
        Set<String> methods = new TreeSet<>(List.of(supported));
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return problem.withHeader(HttpHeaders.ALLOW, String.join(", ", methods));
    }

    /** Of JSON, the form that every client takes; a header that cannot be read leaves nothing to compare with. */
    private static String offered(HttpMediaTypeNotAcceptableException fault) {
        String types = fault.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(type -> "`" + type + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? "`" + MediaType.APPLICATION_JSON + "`" : types;
    }

    private static Problem byStatus(ErrorResponse response) {
        int status = response.getStatusCode().value();
        return switch (status) {
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "there is nothing at this path");
            case 413 -> Problem.of(ProblemKind.TOO_LARGE, "the body is too large");
            case 503 ->
                Problem.of(ProblemKind.NOT_READY, "the answer took too long").retryAfter(1);
            default ->
                status < 500
                        ? Problem.of(ProblemKind.MALFORMED_REQUEST, "the request cannot be understood")
                        : Problem.of(ProblemKind.INTERNAL, "the server failed");
        };
    }

    private static Problem withHeader(Problem problem, ErrorResponse response, String name) {
        String value = String.join(", ", response.getHeaders().getOrEmpty(name));
        return value.isEmpty() ? problem : problem.withHeader(name, value);
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
