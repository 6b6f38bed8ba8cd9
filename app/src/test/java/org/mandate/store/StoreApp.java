package org.mandate.store;

import java.util.stream.Stream;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.SecurityAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.mandate.Databases.Database;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The store and its configuration without any capability. Not a component, so that the application never finds it. */
@EnableAutoConfiguration(
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class
        })
@ComponentScan(basePackages = {"org.mandate.config", "org.mandate.store"})
final class StoreApp {

    static ConfigurableApplicationContext start(Database database, Class<?>... more) {
        String[] alone = {
            "--mandate.installation-key-file=" + database.keyFile(),
            "--management.endpoint.health.group.readiness.include=readinessState",
            "--management.endpoint.health.group.recording.include=ping"
        };
        return new SpringApplicationBuilder(StoreApp.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .run(Stream.of(database.arguments(), alone).flatMap(Stream::of).toArray(String[]::new));
    }
}
