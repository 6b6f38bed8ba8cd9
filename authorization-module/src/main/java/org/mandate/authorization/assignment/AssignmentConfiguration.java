package org.mandate.authorization.assignment;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    @Bean
    AssignmentIds assignmentIds() {
        return () -> UUID.randomUUID().toString();
    }
}
