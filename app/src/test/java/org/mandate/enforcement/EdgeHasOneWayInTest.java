package org.mandate.enforcement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What serves requests reaches the buses through the gateway of callers alone. */
class EdgeHasOneWayInTest {

    private static final JavaClasses EDGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mandate.http");

    @Test
    void theEdgeDoesNotActAsTheSystem() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SystemGateway.class)
                .check(EDGE);
    }

    @Test
    void theEdgeHoldsNoBus() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework.commandhandling..", "org.axonframework.queryhandling..")
                .check(EDGE);
    }
}
