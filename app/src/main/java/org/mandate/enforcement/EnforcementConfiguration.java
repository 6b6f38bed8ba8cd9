package org.mandate.enforcement;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.ResourceFacts;
import org.mandate.authorization.point.Answers;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.store.WriteReceipts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the checkpoints on the buses. There is no gateway without them. */
@Configuration(proxyBeanMethods = false)
class EnforcementConfiguration {

    @Bean
    EnforcementTable enforcementTable(@Value("${mandate.registration.enabled:true}") boolean registrationEnabled) {
        return new EnforcementTable(new EnforcementSettings(registrationEnabled));
    }

    @Bean
    EnforcementPoint enforcementPoint(EnforcementTable table, DecisionPoint decisions, ResourceFacts facts) {
        return new EnforcementPoint(table, decisions, facts);
    }

    @Bean
    Rehearsal rehearsal(PlatformTransactionManager transactions) {
        return new Rehearsal(transactions);
    }

    @Bean
    BusGateway gateway(
            EnforcementPoint point,
            CommandBus commands,
            QueryBus queries,
            WriteReceipts receipts,
            FactsStatus facts,
            History history,
            Rehearsal rehearsal,
            Answers answers) {
        commands.registerDispatchInterceptor(new CommandCheckpoint(point));
        queries.registerDispatchInterceptor(new QueryCheckpoint(point));
        return new BusGateway(point, commands, queries, receipts, facts, history, rehearsal, answers);
    }
}
