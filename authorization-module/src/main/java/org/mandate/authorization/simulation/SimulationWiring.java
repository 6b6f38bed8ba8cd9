package org.mandate.authorization.simulation;

import org.mandate.authorization.point.Naming;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimulationWiring {

    @Bean
    Preview preview(World world) {
        return new Preview(world);
    }

    @Bean
    ProposedAnswers proposedAnswers(World world, Naming naming) {
        return new ProposedAnswers(world, naming);
    }
}
