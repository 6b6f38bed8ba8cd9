package org.mandate.authorization.point;

import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Standing;
import org.springframework.stereotype.Component;

/** Puts the subject's name where a policy may ask for it: the facts do not know it, since they must be able to forget it. */
@Component
final class Names implements Naming {

    private final Usernames usernames;

    Names(Usernames usernames) {
        this.usernames = usernames;
    }

    @Override
    public AccessRequest named(AccessRequest request, Facts facts) {
        boolean needed = request.subject().type().equals(SubjectId.USER)
                && facts.standing(request.subject()) == Standing.ACTIVE
                && facts.policiesOn(request.resource().type()).stream()
                        .flatMap(policy -> policy.condition().stream())
                        .anyMatch(Condition::mayNeedUsername);
        return needed ? request.named(usernames.of(request.subject().id())) : request;
    }
}
