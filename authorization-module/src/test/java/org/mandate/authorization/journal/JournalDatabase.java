package org.mandate.authorization.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

/** A database of its own with the journal's tables in it. */
final class JournalDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    private JournalDatabase(HikariDataSource pool) {
        this.pool = pool;
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/authorization/V30__journal.sql"))
                .execute(pool);
    }

    /** On disk, and synced on each commit as in production. */
    static JournalDatabase in(Path directory) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:async:" + directory.resolve("journal") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(1000);
        return new JournalDatabase(new HikariDataSource(config));
    }

    DataSource dataSource() {
        return pool;
    }

    JdbcClient sql() {
        return JdbcClient.create(pool);
    }

    long records() {
        return sql().sql("select count(*) from journal_decision")
                .query(Long.class)
                .single();
    }

    static JournalSettings settings() {
        return new JournalSettings("strict", Duration.ofSeconds(1), DataSize.ofMegabytes(16), 10_000);
    }

    @Override
    public void close() {
        sql().sql("shutdown immediately").update();
        pool.close();
    }
}
