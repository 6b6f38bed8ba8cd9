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
        Optional<String> ip) {

    public AccessRequest {
        subjectProperties = Map.copyOf(subjectProperties);
        context = Map.copyOf(context);
        scopes = scopes.map(Set::copyOf);
    }
}
