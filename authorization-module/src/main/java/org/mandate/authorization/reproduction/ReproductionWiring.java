package org.mandate.authorization.reproduction;

import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.point.Naming;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReproductionWiring {

    @Bean
    JournalWalk journalWalk(JournalRecords records) {
        return new JournalWalk(records);
    }

    @Bean
    Reproducer reproducer(PastFacts past, FactsStatus status, Naming naming) {
        return new Reproducer(past, status, naming);
    }
}
