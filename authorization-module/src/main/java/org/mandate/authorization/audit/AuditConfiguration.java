package org.mandate.authorization.audit;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Rounds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    Rounds auditIndexing(IndexStore index, JournalRecords records) {
        var indexing = new Indexing(index, records);
        return new Rounds("audit-index", "the journal cannot be indexed now, searches take longer", indexing::round);
    }

    @Bean
    HeldRecords heldRecords(JournalRecords records, IndexStore index) {
        return new HeldRecords(records, index);
    }

    @Bean
    AuditQueries auditQueries(JournalRecords records, IndexStore index) {
        var bell = new CommitBell();
        records.wake(bell::ring);
        return new AuditQueries(records, index, bell);
    }

    @Bean
    @ConditionalOnProperty("mandate.journal.retention")
    Rounds journalRetention(
            IndexStore index,
            JournalRecords records,
            List<RetentionHold> holds,
            Clock clock,
            RetentionSettings settings) {
        var retention = new Retention(index, records, RecordRemoval.on(index), holds, clock);
        var kept = settings.kept().orElseThrow();
        return new Rounds("audit-retention", "old records cannot be retired now", () -> {
            retention.retire(kept);
            return settings.pause();
        });
    }
}
