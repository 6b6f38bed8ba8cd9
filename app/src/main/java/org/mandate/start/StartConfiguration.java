package org.mandate.start;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Optional;
import org.mandate.config.MandateSettings;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.SystemGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    private static final int BEFORE_THE_SERVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;

    private final PrintStream console = System.out;
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Bean
    FirstStart firstStart(SystemGateway gateway, MandateSettings settings) {
        return new FirstStart(gateway, settings, passwords, console);
    }

    @Bean
    @Profile("demo")
    Demonstration demonstration(
            SystemGateway gateway, Gateway callers, @Value("${mandate.demo-password:}") String password) {
        return new Demonstration(gateway, password, passwords, console, new DemonstrationDay(callers));
    }

    @Bean
    Start start(FirstStart first, ObjectProvider<Demonstration> demonstration) {
        return new Start(BEFORE_THE_SERVER, first, Optional.ofNullable(demonstration.getIfAvailable()));
    }

    @Bean
    Greeting greeting(MandateSettings settings) {
        return new Greeting(settings.baseUrl(), console);
    }
}
