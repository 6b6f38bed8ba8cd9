package org.mandate.authorization.audit;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.mandate.authorization.journal.JournalRecords;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class AuditConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    IndexStore auditIndex(@Qualifier("auditDataSource") DataSource dataSource) {
        return new IndexStore(dataSource);
    }

    @Bean
    Follower auditFollower(IndexStore index, JournalRecords records) {
        return new Follower(new Indexing(index, records));
    }

    @Bean
    AuditQueries auditQueries(JournalRecords records, IndexStore index) {
        var bell = new CommitBell();
        records.wake(bell::ring);
        return new AuditQueries(records, index, bell);
    }

    @Bean
    RetentionPatrol retentionPatrol(
            IndexStore index,
            JournalRecords records,
            List<RetentionHold> holds,
            Clock clock,
            RetentionSettings settings) {
        var retention = new Retention(index, records, RecordRemoval.on(index), holds, clock);
        return new RetentionPatrol(retention, settings);
    }
}
