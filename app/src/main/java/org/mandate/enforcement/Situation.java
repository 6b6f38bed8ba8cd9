package org.mandate.enforcement;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.ResourceFacts;
import org.mandate.authorization.facts.UuidText;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.identity.UserId;

/** What a row may look at beside the message: who is calling, and what the facts say now. */
final class Situation {

    /** A subject that exists nowhere and holds nothing: whoever came without a token. */
    private static final SubjectId NOBODY = new SubjectId("anonymous", "anonymous");

    private static final String USERS = "users";
    private static final String NO_ID = "not-an-id";

    private final Caller caller;
    private final ResourceFacts facts;
    private final DecisionPoint decisions;
    private final Map<String, Object> context;

    Situation(Caller caller, ResourceFacts facts, DecisionPoint decisions) {
        this(caller, facts, decisions, Map.of());
    }

    private Situation(Caller caller, ResourceFacts facts, DecisionPoint decisions, Map<String, Object> context) {
        this.caller = caller;
        this.facts = facts;
        this.decisions = decisions;
        this.context = context;
    }

    /** The same situation, in which the message is not to take effect: conditions and records see {@code preview}. */
    Situation previewing() {
        return new Situation(caller, facts, decisions, Map.of("preview", true));
    }

    Caller caller() {
        return caller;
    }

    boolean isCaller(UserId user) {
        return caller.user().equals(Optional.of(user));
    }

    SubjectId subject() {
        return caller.user().map(user -> SubjectId.user(user.value())).orElse(NOBODY);
    }

    Optional<Map<String, Object>> attributes(Resource resource) {
        return facts.attributes(resource.type(), resource.id());
    }

    /**
     * The resource as it may be recorded. What stands in the place of a user's id may be a name instead, and a record keeps its
     * resource in clear for longer than the person may be named.
     */
    Resource withoutName(Resource resource) {
        boolean nameable = resource.type().equals(USERS) && !resource.id().isEmpty();
        return !nameable || UuidText.canonical(resource.id()) || facts.knows(SubjectId.user(resource.id()))
                ? resource
                : Resource.of(USERS, NO_ID);
    }

    /** Whether some resource of the type may be open to the caller for what it is, by a policy or a grant for it alone. */
    boolean maySingleOut(String resourceType, String action) {
        return facts.maySingleOut(subject(), resourceType, action);
    }

    /** The scopes of the token play no part: they say what a token is for, not what its user may know. */
    boolean meets(Requirement requirement, String action, Resource resource) {
        return caller.user().isPresent()
                && decisions
                        .peek(request(requirement, Action.of(action), resource, Optional.empty()))
                        .allowed();
    }

    /** An anonymous caller is asked for what nobody meets: the facts say nothing of nobody, so nothing may follow from them. */
    AccessRequest request(Requirement requirement, Action action, Resource resource) {
        Requirement required = caller.user().isPresent() ? requirement : Requirement.anyOf();
        return request(required, action, resource, caller.scopes());
    }

    private AccessRequest request(
            Requirement requirement, Action action, Resource resource, Optional<Set<String>> scopes) {
        return new AccessRequest(subject(), Map.of(), action, resource, context, requirement, scopes, caller.ip());
    }
}
