package org.mandate.authorization.journal;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    @Bean
    DecisionStore decisionStore(@Qualifier("journalDataSource") DataSource dataSource) {
        return new DecisionStore(dataSource);
    }

    @Bean
    GroupCommitJournal journal(JournalSettings settings, DecisionStore store) {
        return new GroupCommitJournal(settings, store);
    }

    @Bean
    DecisionQueries decisionQueries(DecisionStore store) {
        return new DecisionQueries(store);
    }
}
