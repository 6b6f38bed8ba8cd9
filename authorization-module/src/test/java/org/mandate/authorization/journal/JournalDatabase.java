package org.mandate.authorization.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mandate.authorization.SubjectId;
import org.mandate.identity.SealingKey;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

/** A database of its own with the tables of the journal and of its index in it, as durable as in production. */
public final class JournalDatabase implements AutoCloseable {

    private static int made;

    private final HikariDataSource pool;
    private final Kind kind;

    private JournalDatabase(Kind kind, String url) {
        this.kind = kind;
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(1000);
        config.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        pool = new HikariDataSource(config);
        for (var script : kind.scripts) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script)).execute(pool);
        }
    }

    /** The kinds of database that the journal is held to. */
    public enum Kind {
        H2("h2/V31__journal_record.sql"),
        POSTGRES("postgresql/V31__journal_record.sql", "postgresql/V36__audit_storage.sql");

        private final List<String> scripts;

        Kind(String... own) {
            scripts = Stream.concat(
                            Stream.of(
                                    "authorization/V30__journal.sql",
                                    "authorization/V35__audit_index.sql",
                                    "authorization/V37__audit_findings.sql"),
                            Stream.of(own))
                    .toList();
        }
    }

    /** In files of this directory, which may be a disk of its own. */
    static JournalDatabase in(Path directory, Kind kind) {
        return new JournalDatabase(kind, kind == Kind.H2 ? h2(directory) : postgresIn(directory));
    }

    private static String h2(Path directory) {
        return "jdbc:h2:async:" + directory.resolve("journal") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
    }

    /** Its tables alone: the log of the server stays where it is. */
    private static String postgresIn(Path directory) {
        var url = postgres();
        server().sql("create tablespace " + name(url) + " location '" + directory + "'")
                .update();
        server().sql("alter database " + name(url) + " set default_tablespace = " + name(url))
                .update();
        return url;
    }

    /** Before their disk goes away: a server that cannot reach its files stops for all. */
    void drop() {
        close();
        if (kind == Kind.POSTGRES) {
            server().sql("drop database " + name(pool.getJdbcUrl()) + " with (force)")
                    .update();
            server().sql("drop tablespace " + name(pool.getJdbcUrl())).update();
        }
    }

    private static JdbcClient server() {
        return JdbcClient.create(Server.RUNNING.getPostgresDatabase());
    }

    private static String name(String url) {
        return url.replaceAll(".*/(journal_[0-9]+).*", "$1");
    }

    public static JournalDatabase of(Kind kind) {
        try {
            var url = kind == Kind.H2 ? h2(Files.createTempDirectory("journal")) : postgres();
            return new JournalDatabase(kind, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized String postgres() {
        var name = "journal_" + ++made;
        server().sql("create database " + name).update();
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient sql() {
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

    /** What an installation has that sets nothing. */
    static JournalSettings defaults() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("mandate.journal", JournalSettings.class);
    }

    /** For what is not about time, on a machine that does other things as well. */
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
