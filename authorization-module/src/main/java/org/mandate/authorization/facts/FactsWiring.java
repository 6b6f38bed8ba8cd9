package org.mandate.authorization.facts;

import org.mandate.authorization.Usernames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactsWiring {

    @Bean
    FactsReader factsReader(History history) {
        return new FactsReader(history, new FactBase());
    }

    @Bean
    FactsReplay factsReplay(History history, FactsReader reader) {
        return new FactsReplay(history, reader);
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
    PresentFacts presentFacts(FactsReader reader) {
        return new PresentFacts(reader);
    }

    @Bean
    Branches branches(FactsReader reader) {
        return new Branches(reader::base);
    }

    @Bean
    AccessRules accessRules(FactsReader reader, Usernames usernames) {
        return new AccessRules(reader, usernames);
    }
}
