package org.mandate.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers questions of other applications: one, recorded, then answered. */
@RestController
@RequestMapping("/access/v1")
class AccessController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    AccessController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    @PostMapping(path = "/evaluation", produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationBody evaluate(HttpServletRequest request, Caller caller) throws IOException {
        Question question = Question.of(body(request));
        Recorded recorded = gateway.ask(message(question, caller), ResponseTypes.instanceOf(Recorded.class), caller);
        return question.explain() ? EvaluationBody.explained(recorded) : EvaluationBody.bare(recorded);
    }

    private Evaluate message(Question question, Caller caller) {
        SubjectId requester = SubjectId.user(caller.user().orElseThrow().value());
        SubjectId subject = subjects.resolve(question.subject());
        Optional<String> ip = subject.equals(requester) ? caller.ip() : question.ip();
        return new Evaluate(
                subject,
                question.subjectProperties(),
                question.action(),
                question.resource(),
                question.context(),
                ip,
                new Provenance(requester, caller.ip(), caller.userAgent(), caller.requestId(), caller.channel()));
    }

    /** Read here and not by a converter: the standard answers 400 to a body of another type, and ignores unknown members. */
    private static JsonNode body(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw Problem.of(ProblemKind.MALFORMED_REQUEST, "the body must be of type `application/json`")
                    .found();
        }
        byte[] bytes = request.getInputStream().readAllBytes();
        try {
            return StrictJson.mapper().readTree(bytes);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("the body is not JSON", e, new ServletServerHttpRequest(request));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
