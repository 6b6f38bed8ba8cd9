package org.mandate.enforcement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.mandate.architecture.Violation;

/** What serves requests reaches the buses through the gateway of callers alone. */
class EdgeHasOneWayInTest {

    private static final JavaClasses EDGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mandate.http", "org.mandate.console");

    private static final ArchRule NOT_AS_THE_SYSTEM =
            noClasses().should().dependOnClassesThat().areAssignableTo(SystemGateway.class);
    private static final ArchRule NO_BUS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework.commandhandling..", "org.axonframework.queryhandling..");

    @Test
    void theEdgeDoesNotActAsTheSystem() {
        NOT_AS_THE_SYSTEM.check(EDGE);
    }

    @Test
    void theEdgeHoldsNoBus() {
        NO_BUS.check(EDGE);
    }

    @Test
    void bothRulesRefuseWhatTheyForbid() {
        assertThat(NOT_AS_THE_SYSTEM
                        .evaluate(Violation.of(SystemGateway.class.getName()))
                        .hasViolation())
                .isTrue();
        for (var bus : List.of(CommandBus.class, CommandGateway.class, QueryBus.class, QueryGateway.class)) {
            assertThat(NO_BUS.evaluate(Violation.of(bus.getName())).hasViolation())
                    .as(bus.getName())
                    .isTrue();
        }
    }
}
