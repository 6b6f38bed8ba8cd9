package org.mandate.authorization.facts;

import org.mandate.authorization.Usernames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactsWiring {

    @Bean
    FactBase factBase() {
        return new FactBase();
    }

    @Bean
    FactsReader factsReader(History history, FactBase base) {
        return new FactsReader(history, base);
    }

    @Bean
    LiveFacts liveFacts(FactsReader reader) {
        return reader::now;
    }

    @Bean
    PastChanges pastChanges(FactsReader reader) {
        return new RecordedChanges(reader::base);
    }

    @Bean
    PresentFacts presentFacts(FactsReader reader, FactBase base) {
        return new PresentFacts(reader, base);
    }

    @Bean
    Branches branches(FactBase base) {
        return new Branches(base);
    }

    @Bean
    AccessRules accessRules(FactBase base, FactsStatus status, Usernames usernames) {
        return new AccessRules(base, status, usernames);
    }
}
