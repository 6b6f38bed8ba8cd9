package org.mandate.http.admin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.AssignmentOutcome;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles given to users and taken from them. */
@RestController
@RequestMapping("/admin/users/{id}/roles/{role}")
class AssignmentsController {

    private final Gateway gateway;

    AssignmentsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping
    ResponseEntity<AssignmentBody> assign(
            @PathVariable String id,
            @PathVariable String role,
            @RequestParam Optional<String> reason,
            @RequestBody(required = false) @Nullable NewAssignment body,
            Caller caller) {
        SubjectId subject = subject(id);
        Written<AssignmentOutcome> written = gateway.send(new AssignRole(subject, role, terms(body, reason)), caller);
        AssignmentOutcome outcome = written.result();
        ResponseEntity.BodyBuilder answer =
                outcome.created() ? Answer.created(written, URI.create("/admin/users/" + id)) : Answer.ok(written);
        return answer.body(readBack(subject, outcome, caller));
    }

    @DeleteMapping
    ResponseEntity<Void> revoke(
            @PathVariable String id,
            @PathVariable String role,
            @RequestParam Optional<String> assignment,
            @RequestParam Optional<String> reason,
            @RequestBody(required = false) @Nullable Revocation body,
            Caller caller) {
        Optional<String> why =
                Optional.ofNullable(body).flatMap(Revocation::reason).or(() -> reason);
        return Answer.noContent(gateway.send(new RevokeRole(subject(id), role, assignment, why), caller));
    }

    /** The optional body of a revocation. */
    record Revocation(Optional<String> reason) {}

    private AssignmentBody readBack(SubjectId subject, AssignmentOutcome outcome, Caller caller) {
        return gateway
                .readBack(new FindAccess(subject), ResponseTypes.instanceOf(AccessView.class), caller)
                .roles()
                .stream()
                .filter(standing -> standing.id().equals(outcome.assignmentId()))
                .map(AssignmentBody::of)
                .findFirst()
                .orElseThrow(() -> new AccessRuleViolated(
                        Rule.UNKNOWN_ASSIGNMENT, "", "the assignment was revoked in the meantime, ask again"));
    }

    private static SubjectId subject(String id) {
        return SubjectId.user(KnownUser.of(id).value());
    }

    private static Terms terms(@Nullable NewAssignment body, Optional<String> reason) {
        return body == null
                ? new Terms(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), reason)
                : body.terms(reason);
    }
}
