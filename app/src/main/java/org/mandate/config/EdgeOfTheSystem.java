package org.mandate.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.InstallationSeal;
import org.mandate.identity.token.TokenSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes from outside and is handed in: the clock, the settings and the installation's secret. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MandateSettings.class)
class EdgeOfTheSystem {

    private static final String AUDIENCE = "mandate";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TokenSettings tokenSettings(MandateSettings settings) {
        return new TokenSettings(
                settings.baseUrl(),
                AUDIENCE,
                settings.token().accessLifetime(),
                settings.token().refreshLifetime(),
                settings.token().patience());
    }

    /** Nobody gets to see a key that is not the one of the database. */
    @Bean
    @DependsOnDatabaseInitialization
    InstallationKey installationKey(MandateSettings settings, DataSource database) {
        InstallationSeal seal = new InstallationSeal(JdbcClient.create(database));
        return new InstallationKeySource(settings.installationKey(), settings.installationKeyFile()).key(seal);
    }
}
