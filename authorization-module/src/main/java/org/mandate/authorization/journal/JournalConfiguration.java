package org.mandate.authorization.journal;

import java.time.Clock;
import javax.sql.DataSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.identity.InstallationKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    @Bean
    SubjectKeys subjectKeys(InstallationKey installation, LiveFacts facts) {
        return new SubjectKeys(
                installation.sealing(),
                subject -> subject.type().equals(SubjectId.USER) && facts.now().standing(subject) != Standing.UNKNOWN);
    }

    @Bean
    DecisionStore decisionStore(
            @Qualifier("journalDataSource") DataSource writing,
            @Qualifier("auditDataSource") DataSource reading,
            SubjectKeys keys) {
        return new DecisionStore(writing, reading, keys);
    }

    @Bean
    JournalRecords journalRecords(DecisionStore store) {
        return store.records();
    }

    @Bean
    GroupCommitJournal journal(JournalSettings settings, DecisionStore store, Clock clock) {
        return new GroupCommitJournal(settings, store, clock);
    }
}
