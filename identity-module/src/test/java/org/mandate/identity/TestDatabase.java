package org.mandate.identity;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A fresh database with the tables of identity. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            return new DriverManagerDataSource(
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            var name = "identity_" + UUID.randomUUID().toString().replace("-", "");
            var server = Server.RUNNING;
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return new DriverManagerDataSource(server.getJdbcUrl("postgres", name));
        }
    };

    abstract DataSource empty();

    public DataSource fresh() {
        var source = empty();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/identity/V10__identity.sql")).execute(source);
        return source;
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
