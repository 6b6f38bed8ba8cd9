package org.mandate.authorization.integrity;

import java.time.Clock;
import javax.sql.DataSource;
import org.mandate.authorization.audit.HeldRecords;
import org.mandate.authorization.audit.RetentionHold;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Rounds;
import org.mandate.identity.InstallationKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntegritySettings.class)
class IntegrityConfiguration {

    @Bean
    JournalIntegrity journalIntegrity(
            JournalRecords records,
            DataSource database,
            PlatformTransactionManager transactions,
            InstallationKey installation,
            IntegritySettings settings,
            Clock clock) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new JournalIntegrity(
                records, JdbcClient.create(database), apart, installation.sealing(), settings.headsFile(), clock);
    }

    @Bean
    SigningKeys journalSigningKeys(JournalIntegrity integrity) {
        return integrity.keys();
    }

    @Bean
    IntegrityQueries integrityQueries(JournalIntegrity integrity, HeldRecords held) {
        return integrity.queries(held::byId);
    }

    @Bean
    Verifications verifications(JournalIntegrity integrity) {
        return integrity.verifications();
    }

    @Bean
    ExportLines exportLines(JournalIntegrity integrity) {
        return integrity.lines();
    }

    @Bean
    RetentionHold treeHold(JournalIntegrity integrity) {
        return integrity.hold();
    }

    @Bean
    TreeFollower treeFollower(JournalIntegrity integrity) {
        return integrity.follower();
    }

    @Bean
    Rounds treeRounds(TreeFollower follower) {
        return new Rounds("journal-tree", "the journal's tree cannot be kept up now", follower);
    }
}
