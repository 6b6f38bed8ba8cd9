package org.mandate.authorization.entity;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.facts.LiveFacts;
import org.springframework.stereotype.Component;

/** Entities as the facts have them. */
@Component
class EntityQueries {

    private final LiveFacts facts;

    EntityQueries(LiveFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    Optional<EntityView> handle(FindEntity query) {
        return facts.now()
                .attributes(query.type(), query.id())
                .map(attributes -> new EntityView(query.type(), query.id(), attributes));
    }
}
