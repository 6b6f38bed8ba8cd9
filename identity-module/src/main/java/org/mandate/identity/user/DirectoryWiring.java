package org.mandate.identity.user;

import java.util.List;
import org.mandate.identity.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    @Bean
    DirectoryRows directoryRows(JdbcClient jdbc, JdbcOperations batches, AttributeRules attributes) {
        return new DirectoryRows(jdbc, batches, attributes, DirectoryRows.TABLE);
    }

    @Bean
    ReadModel directoryModel(JdbcClient jdbc, JdbcOperations batches, AttributeRules attributes, ProfileVault vault) {
        return new ReadModel(
                "users",
                DirectoryRows.TABLE,
                DirectoryRows.BESIDE,
                List.of(
                        "user_id",
                        "username",
                        "username_key",
                        "email",
                        "full_name",
                        "search_text",
                        "active",
                        "created_at",
                        "attributes"),
                new DirectoryProjection(new DirectoryRows(jdbc, batches, attributes, DirectoryRows.BESIDE), vault));
    }
}
