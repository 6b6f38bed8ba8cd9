package org.mandate.authorization.constraint;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.facts.ConstraintFacts;
import org.mandate.authorization.facts.LiveFacts;
import org.springframework.stereotype.Component;

/** Constraints as the facts have them. */
@Component
class ConstraintQueries {

    private final LiveFacts facts;

    ConstraintQueries(LiveFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    List<ConstraintView> handle(FindConstraints query) {
        return facts.now().constraints().stream().map(ConstraintQueries::view).toList();
    }

    @QueryHandler
    Optional<ConstraintView> handle(FindConstraint query) {
        return facts.now().constraints().stream()
                .filter(constraint -> constraint.id().equals(query.id()))
                .findFirst()
                .map(ConstraintQueries::view);
    }

    private static ConstraintView view(ConstraintFacts constraint) {
        return new ConstraintView(
                constraint.id(), constraint.roles().stream().sorted().toList(), constraint.max());
    }
}
