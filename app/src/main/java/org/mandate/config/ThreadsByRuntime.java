package org.mandate.config;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Virtual threads where they do not pin their carrier on a monitor: from Java 24 on. A set property wins. */
class ThreadsByRuntime implements EnvironmentPostProcessor {

    private static final int FIRST_WITHOUT_PINNING = 24;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean virtual = Runtime.version().feature() >= FIRST_WITHOUT_PINNING;
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource("threads by runtime", Map.of("spring.threads.virtual.enabled", virtual)));
    }
}
