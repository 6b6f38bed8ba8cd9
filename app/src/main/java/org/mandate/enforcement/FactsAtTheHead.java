package org.mandate.enforcement;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.mandate.authorization.facts.AccessRules;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.store.AppendGuard;
import org.mandate.store.HistoryListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the store to the facts: rules are asked before events enter the history, and facts are woken once they have. */
@Configuration(proxyBeanMethods = false)
class FactsAtTheHead {

    @Bean
    AppendGuard accessRulesGuard(AccessRules rules) {
        return (staged, head) ->
                rules.check(staged.stream().map(FactsAtTheHead::staged).toList(), head);
    }

    @Bean
    HistoryListener factsWaker(FactsStatus facts) {
        return position -> facts.wake();
    }

    private static AccessRules.Staged staged(EventMessage<?> event) {
        Instant at = event.getTimestamp();
        return new AccessRules.Staged(event.getPayload(), at);
    }
}
