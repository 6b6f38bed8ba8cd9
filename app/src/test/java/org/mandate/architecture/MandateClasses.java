package org.mandate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;

/** The compiled main classes of all modules, and what the rules derive from them. */
final class MandateClasses {

    static final String ROOT = "org.mandate";

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private MandateClasses() {}

    /** One sealed interface per kind of stream: the closed sets of stored events. */
    static List<JavaClass> eventFamilies() {
        return sorted(ALL.that(resideInAPackage("..event")).stream()
                .filter(type -> type.isInterface() && type.reflect().isSealed())
                .toList());
    }

    static List<JavaClass> eventsOf(JavaClass family) {
        return sorted(family.getAllSubclasses().stream()
                .filter(type -> !type.isInterface())
                .toList());
    }

    static List<JavaMethod> handlers(Class<? extends Annotation> annotation) {
        return ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(annotation))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** What the handler is for: its first parameter. */
    static JavaClass message(JavaMethod handler) {
        return handler.getRawParameterTypes().get(0);
    }

    private static List<JavaClass> sorted(List<JavaClass> types) {
        return types.stream()
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .toList();
    }
}
