package org.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandate.Application;
import org.springframework.modulith.core.ApplicationModules;

/** The modules depend on each other along their doors only, and never in a circle. */
class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(Application.class);

    @Test
    void keepToTheirDoors() {
        modules.verify();
    }

    @Test
    void areFoundAcrossTheBuild() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("identity", "content", "authorization", "enforcement", "http", "store", "config");
    }
}
