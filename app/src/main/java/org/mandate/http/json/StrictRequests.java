package org.mandate.http.json;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what a controller would pass over: a body where none is taken, a parameter that stands twice, and a write whose
 * answer the caller could not take. Before the controller, so that nothing has been done by then.
 */
final class StrictRequests implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, HttpMediaTypeNotAcceptableException {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
            refuseParametersThatStandTwice(request);
            if (!READING.contains(request.getMethod())) {
                refuseAnswersThatCannotBeTaken(request, method);
                refuseBodiesThatAreNotTaken(request, method);
            }
        }
        return true;
    }

    /** Asked of the query alone: the container's parameters would mix in a form, and read the body for it. */
    private static void refuseParametersThatStandTwice(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            FormResolver.parse(query);
        }
    }

    /** The framework finds this out when it writes the answer, and by then the thing is done. */
    private static void refuseAnswersThatCannotBeTaken(HttpServletRequest request, HandlerMethod method)
            throws HttpMediaTypeNotAcceptableException {
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (accepted.isEmpty() || !answersWithABody(method)) {
            return;
        }
        List<MediaType> offered = offered(request);
        try {
            if (MediaType.parseMediaTypes(accepted).stream()
                    .noneMatch(type -> offered.stream().anyMatch(type::isCompatibleWith))) {
                throw new HttpMediaTypeNotAcceptableException(offered);
            }
        } catch (InvalidMediaTypeException garbage) {
            throw new HttpMediaTypeNotAcceptableException(offered);
        }
    }

    private static boolean answersWithABody(HandlerMethod method) {
        ResolvableType type = ResolvableType.forMethodParameter(method.getReturnType());
        Class<?> body = HttpEntity.class.isAssignableFrom(type.toClass())
                ? type.as(HttpEntity.class).getGeneric(0).toClass()
                : type.toClass();
        return body != void.class && body != Void.class;
    }

    private static List<MediaType> offered(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> stated
                ? stated.stream().map(MediaType.class::cast).toList()
                : JSON;
    }

    private static void refuseBodiesThatAreNotTaken(HttpServletRequest request, HandlerMethod method)
            throws IOException {
        boolean sent = request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!sent || Arrays.stream(method.getMethodParameters()).anyMatch(StrictRequests::readsTheBody)) {
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        if (body.length > 0) {
            requireEmptyObject(body);
        }
    }

    private static boolean readsTheBody(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(RequestBody.class)
                || type == Form.class
                || HttpEntity.class.isAssignableFrom(type)
                || HttpServletRequest.class.isAssignableFrom(type)
                || InputStream.class.isAssignableFrom(type);
    }

    private static void requireEmptyObject(byte[] body) {
        JsonNode sent;
        try {
            sent = StrictJson.mapper().readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException malformed) {
            throw notTaken();
        }
        if (!sent.isObject()) {
            throw notTaken();
        }
        List<FieldFault> unknown = sent.propertyStream()
                .map(member -> new FieldFault(member.getKey(), "the member is not known here"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).found();
        }
    }

    private static RuntimeException notTaken() {
        return Problem.of(ProblemKind.MALFORMED_REQUEST, "this takes no body: leave it out, or send `{}`")
                .found();
    }
}
