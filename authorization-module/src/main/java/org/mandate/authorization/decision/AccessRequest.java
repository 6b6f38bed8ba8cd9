package org.mandate.authorization.decision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;

/**
 * The question that a decision answers: may this subject do this to that?
 * @param subjectProperties what the caller says of the subject
 * @param requirement what must be met; {@link Requirement#may(String)} for a question from outside
 * @param scopes the scopes of the token that the request came with; empty where no token is involved
 * @param username the name of the user that the subject is, for conditions that speak of it; empty where none does
 * @param ip the address that network-bound grants are judged by
 */
public record AccessRequest(
        SubjectId subject,
        Map<String, Object> subjectProperties,
        Action action,
        Resource resource,
        Map<String, Object> context,
        Requirement requirement,
        Optional<Set<String>> scopes,
        Optional<String> ip,
        Optional<String> username) {

    public AccessRequest {
        subjectProperties = Map.copyOf(subjectProperties);
        context = Map.copyOf(context);
        scopes = scopes.map(Set::copyOf);
    }

    /** A request in which the username plays no part. */
    public AccessRequest(
            SubjectId subject,
            Map<String, Object> subjectProperties,
            Action action,
            Resource resource,
            Map<String, Object> context,
            Requirement requirement,
            Optional<Set<String>> scopes,
            Optional<String> ip) {
        this(subject, subjectProperties, action, resource, context, requirement, scopes, ip, Optional.empty());
    }

    /** The same request with the subject's username. */
    public AccessRequest named(Optional<String> name) {
        return new AccessRequest(subject, subjectProperties, action, resource, context, requirement, scopes, ip, name);
    }
}
