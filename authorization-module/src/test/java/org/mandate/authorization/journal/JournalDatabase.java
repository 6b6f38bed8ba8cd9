package org.mandate.authorization.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mandate.authorization.SubjectId;
import org.mandate.identity.SealingKey;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

/** A database of its own with the journal's tables in it, as durable as in production. */
final class JournalDatabase implements AutoCloseable {

    private static int made;

    private final HikariDataSource pool;
    private final Kind kind;

    private JournalDatabase(Kind kind, String url) {
        this.kind = kind;
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(1000);
        pool = new HikariDataSource(config);
        var vendor = kind == Kind.H2 ? "h2" : "postgresql";
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/authorization/V30__journal.sql"),
                        new ClassPathResource("db/migration/" + vendor + "/V31__journal_record.sql"))
                .execute(pool);
    }

    /** The kinds of database that the journal is held to. */
    enum Kind {
        H2,
        POSTGRES
    }

    static JournalDatabase of(Kind kind) {
        try {
            var url = kind == Kind.H2
                    ? "jdbc:h2:async:" + Files.createTempDirectory("journal").resolve("journal")
                            + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1"
                    : postgres();
            return new JournalDatabase(kind, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized String postgres() {
        var name = "journal_" + ++made;
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    DataSource dataSource() {
        return pool;
    }

    JdbcClient sql() {
        return JdbcClient.create(pool);
    }

    long records() {
        return sql().sql("select count(*) from journal_record")
                .query(Long.class)
                .single();
    }

    /** A store over the data source; every user but those named {@code stranger...} is registered. */
    static DecisionStore store(DataSource dataSource) {
        return new DecisionStore(dataSource, dataSource, keys());
    }

    static SubjectKeys keys() {
        return new SubjectKeys(
                SealingKey.of(new byte[32]),
                subject ->
                        subject.type().equals(SubjectId.USER) && !subject.id().startsWith("stranger"));
    }

    /** What the records take on disk, all indexes included. */
    long bytes() {
        if (kind == Kind.POSTGRES) {
            return sql().sql("""
                            select sum(pg_total_relation_size(relid)) from pg_partition_tree('journal_record')
                            """).query(Long.class).single();
        }
        sql().sql("checkpoint sync").update();
        return sql().sql("select disk_space_used('JOURNAL_RECORD')")
                .query(Long.class)
                .single();
    }

    /** All rows of all tables as text; bytes in hexadecimal digits. */
    String dump() {
        if (kind == Kind.H2) {
            return String.join("\n", sql().sql("script").query(String.class).list());
        }
        var tables = sql().sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        return tables.stream()
                .map(table -> sql().sql("select string_agg(t::text, chr(10)) from " + table + " t")
                        .query(String.class)
                        .optional()
                        .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    static JournalSettings settings() {
        return new JournalSettings("strict", Duration.ofSeconds(4), DataSize.ofMegabytes(16));
    }

    @Override
    public void close() {
        if (kind == Kind.H2) {
            sql().sql("drop all objects delete files").update();
            sql().sql("shutdown").update();
        }
        pool.close();
    }

    /** Started on first use, stopped with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
