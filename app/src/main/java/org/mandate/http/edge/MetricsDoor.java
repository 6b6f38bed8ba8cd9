package org.mandate.http.edge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.enforcement.AccessRefused;
import org.mandate.enforcement.Caller;
import org.mandate.identity.token.Scopes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Lets administrators read the metrics. These do not pass the buses, so the requirement stands here; the decision is
 * recorded like any other.
 */
@Component
class MetricsDoor implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Requirement REQUIRED =
            Requirement.allOf(Requirement.scope(Scopes.ADMIN), Requirement.role("admin"));

    private final DecisionPoint point;
    private final Callers callers;

    MetricsDoor(DecisionPoint point, Callers callers) {
        this.point = point;
        this.callers = callers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        Caller caller = callers.of(context.getRequest());
        if (caller.user().isEmpty()) {
            return new AuthorizationDecision(false);
        }
        SubjectId subject = SubjectId.user(caller.user().get().value());
        AccessRequest request = new AccessRequest(
                subject,
                Map.of(),
                Action.of("read"),
                Resource.of("metrics", ""),
                Map.of(),
                REQUIRED,
                caller.scopes(),
                caller.ip());
        DecisionPoint.Recorded recorded = point.decide(
                request,
                new Provenance(subject, caller.ip(), caller.userAgent(), caller.requestId(), caller.channel()));
        if (recorded.decision().allowed()) {
            return new AuthorizationDecision(true);
        }
        Optional<String> missing =
                caller.scopes().filter(scopes -> !scopes.contains(Scopes.ADMIN)).map(scopes -> Scopes.ADMIN);
        throw new AccessDeniedException(
                "refused", new AccessRefused(recorded.id(), recorded.decision(), missing, false));
    }
}
