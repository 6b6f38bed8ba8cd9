package org.mandate.authorization.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database of its own with the tables of the journal and of its index. */
final class AuditDatabase implements AutoCloseable {

    private static int made;

    private final HikariDataSource pool;
    private final Kind kind;

    private AuditDatabase(Kind kind, String url) {
        this.kind = kind;
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        for (var script : kind.scripts) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script)).execute(pool);
        }
    }

    /** The kinds of database that the index is held to. */
    enum Kind {
        H2("h2/V31__journal_record.sql"),
        POSTGRES("postgresql/V31__journal_record.sql", "postgresql/V36__audit_storage.sql");

        private final List<String> scripts;

        Kind(String... own) {
            var all = new java.util.ArrayList<>(
                    List.of("authorization/V30__journal.sql", "authorization/V35__audit_index.sql"));
            all.addAll(List.of(own));
            scripts = List.copyOf(all);
        }
    }

    static AuditDatabase of(Kind kind) {
        try {
            var url = kind == Kind.H2
                    ? "jdbc:h2:async:" + Files.createTempDirectory("audit").resolve("audit") + ";DB_CLOSE_DELAY=-1"
                    : postgres();
            return new AuditDatabase(kind, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized String postgres() {
        var name = "audit_" + ++made;
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
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
