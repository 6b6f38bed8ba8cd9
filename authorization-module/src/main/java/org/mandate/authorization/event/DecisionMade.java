package org.mandate.authorization.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question was decided: all that the decision was given, the answer and its reasons.
 * @param position the place in the access history whose facts it was taken on
 * @param subjectUsername of the user that the subject is; null where no condition could speak of it
 * @param scopes of the token; null where no token was involved
 * @param ip where the question came from
 * @param decisionIp the address that network-bound grants were judged by
 * @param mode the durability that the journal promised at that moment
 * @param engine the version of the decision function
 */
public record DecisionMade(
        String id,
        Instant at,
        long position,
        String requesterType,
        String requesterId,
        String subjectType,
        String subjectId,
        @Nullable String subjectUsername,
        Map<String, Object> subjectProperties,
        String action,
        Map<String, Object> actionProperties,
        String resourceType,
        String resourceId,
        Map<String, Object> resourceProperties,
        Map<String, Object> context,
        String requirement,
        boolean allowed,
        List<Because> reasons,
        @Nullable List<String> scopes,
        @Nullable String decisionIp,
        @Nullable String ip,
        @Nullable String userAgent,
        String requestId,
        String channel,
        String mode,
        String engine)
        implements DecisionEvent {

    /** One reason, as it was given. */
    public record Because(String kind, String name, String detail) {}
}
