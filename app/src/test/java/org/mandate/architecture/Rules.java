package org.mandate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.Date;

/** The rules that forbid something: apart from the packages that they hold for, so that each can be seen to refuse. */
final class Rules {

    private Rules() {}

    static ArchRule readNeitherClockNorChance(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io", "java.nio.file..", "java.net", "java.sql", "javax.."))
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    static ArchRule knowNothingOfHttp(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "org.springframework.http..");
    }

    static ArchRule readTheClockNowhereBut(String where) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(where)
                .should()
                .callMethodWhere(readsTheSystemClock())
                .orShould()
                .callConstructor(Date.class)
                .because("time comes in through an injected clock, so that it can be set in a test");
    }

    static ArchRule useNothingDangerous() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.expression..",
                        "com.thoughtworks..",
                        "java.rmi..",
                        "javax.script..",
                        "lombok..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the clock of the system", call -> {
            var owner = call.getTargetOwner();
            var name = call.getTarget().getName();
            boolean unclocked = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isAssignableTo(Clock.class));
            return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                    || owner.getPackageName().equals("java.time") && name.equals("now") && unclocked;
        });
    }
}
