package org.mandate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may know whom. */
class BoundariesTest {

    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String CONFIG = "org.mandate.config";
    private static final String DECISION = "org.mandate.authorization.decision";
    private static final String FACTS = "org.mandate.authorization.facts";
    private static final String CONDITION = "org.mandate.authorization.condition";
    private static final List<String> LIBRARIES =
            List.of("org.mandate.identity", "org.mandate.content", "org.mandate.authorization");

    /** A rule about a package that is gone passes for ever, so every package that a rule names stands here. */
    static final List<String> NAMED_PACKAGES = Stream.concat(
                    LIBRARIES.stream(), Stream.of(CONFIG, DECISION, FACTS, "org.mandate.authorization.event"))
            .toList();

    @ParameterizedTest
    @FieldSource("NAMED_PACKAGES")
    void everyPackageThatARuleNamesHasClasses(String name) {
        assertThat(MandateClasses.ALL.that(resideInAPackage(name)).stream()
                        .filter(type -> !type.getSimpleName().equals("package-info")))
                .isNotEmpty();
    }

    @Test
    void packagesAreFreeOfCycles() {
        holds(slices().matching("org.mandate.(**)").should().beFreeOfCycles());
    }

    @Test
    void storedEventsKnowTheJdkOnly() {
        holds(classes()
                .that()
                .resideInAPackage("..event")
                .should()
                .onlyDependOnClassesThat(sameFamilyOr(
                        "java..",
                        "org.jspecify.annotations",
                        "org.springframework.modulith",
                        "org.axonframework.serialization"))
                .because("they are read for ever, by whatever this code has become by then"));
    }

    @Test
    void theDecisionFunctionKnowsFactsAndTheJdkOnly() {
        holds(classes()
                .that()
                .resideInAPackage(DECISION)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify.annotations",
                                "org.springframework.modulith",
                                DECISION,
                                FACTS,
                                CONDITION)
                        .or(resideInAPackage("org.mandate.authorization").as("the module's ids")))
                .because("the same facts and the same question must give the same answer in ten years"));
    }

    @Test
    void theDecisionFunctionReadsNeitherClockNorChance() {
        holds(Rules.readNeitherClockNorChance(DECISION));
    }

    @Test
    void onlyTheEdgeKnowsHttp() {
        holds(Rules.knowNothingOfHttp(everythingIn(LIBRARIES)));
    }

    @Test
    void theClockIsReadInOnePlace() {
        holds(Rules.readTheClockNowhereBut(CONFIG));
    }

    @Test
    void nothingDangerousIsUsed() {
        holds(Rules.useNothingDangerous());
    }

    /** The modules are reached by messages and ports; in the application a bean may be a port, but nobody makes one. */
    @Test
    void beansAreInternal() {
        holds(classes()
                .that()
                .areMetaAnnotatedWith(COMPONENT)
                .and(resideInAnyPackage(everythingIn(LIBRARIES)))
                .should()
                .notBePublic());
        holds(constructors()
                .that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(COMPONENT)
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Application")
                .should()
                .notBePublic());
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        var autowired = "org.springframework.beans.factory.annotation.Autowired";
        holds(methods().should().notBeAnnotatedWith(autowired));
        holds(fields().should().notBeAnnotatedWith(autowired));
        holds(constructors().should().notBeAnnotatedWith(autowired));
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = MandateClasses.ALL.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(java -> !java.isAnnotatedWith(NullMarked.class))
                .map(java -> java.getName());

        assertThat(unmarked).isEmpty();
    }

    private static void holds(ArchRule rule) {
        rule.check(MandateClasses.ALL);
    }

    private static DescribedPredicate<JavaClass> sameFamilyOr(String... packages) {
        return resideInAnyPackage(packages)
                .or(resideInAPackage("org.mandate..event").as("the package itself"))
                .or(JavaClass.Predicates.equivalentTo(Object.class));
    }

    private static String[] everythingIn(List<String> packages) {
        return packages.stream().map(name -> name + "..").toArray(String[]::new);
    }
}
