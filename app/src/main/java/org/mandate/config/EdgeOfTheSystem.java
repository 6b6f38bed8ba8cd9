package org.mandate.config;

import java.time.Clock;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.token.TokenSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
                settings.token().refreshLifetime());
    }

    @Bean
    InstallationKey installationKey(MandateSettings settings) {
        return new InstallationKeySource(settings.installationKey(), settings.installationKeyFile()).key();
    }
}
