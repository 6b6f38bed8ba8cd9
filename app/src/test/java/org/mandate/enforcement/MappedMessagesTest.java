package org.mandate.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;

/** The table and the handlers name the same messages: what has a handler has a line. */
class MappedMessagesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mandate");

    @Test
    void mapsEveryCommandAndQueryThatHasAHandler() {
        Set<String> handled = handled();

        assertThat(handled).hasSizeGreaterThan(30).isSubsetOf(mapped());
    }

    @Test
    void findsAMessageThatIsNotMapped() {
        JavaClasses withOneMore = new ClassFileImporter().importClasses(Unmapped.class);

        assertThat(messages(withOneMore)).containsExactly(Forgotten.class.getName());
        assertThat(mapped()).doesNotContain(Forgotten.class.getName());
    }

    private static Set<String> mapped() {
        return new EnforcementTable(new EnforcementSettings(true))
                .rows().stream().map(row -> row.message().getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> handled() {
        return messages(PRODUCT);
    }

    private static Set<String> messages(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(
                        type.getMethods().stream()
                                .filter(MappedMessagesTest::handles)
                                .map(MappedMessagesTest::message),
                        type.getConstructors().stream()
                                .filter(MappedMessagesTest::handles)
                                .map(MappedMessagesTest::message)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean handles(JavaMember member) {
        return member.isAnnotatedWith(CommandHandler.class) || member.isAnnotatedWith(QueryHandler.class);
    }

    private static String message(JavaMethod method) {
        return method.getRawParameterTypes().get(0).getName();
    }

    private static String message(JavaConstructor constructor) {
        return constructor.getRawParameterTypes().get(0).getName();
    }

    /** A message that the table does not know. */
    record Forgotten() {}

    /** Its handler. */
    static final class Unmapped {
        @CommandHandler
        void decide(Forgotten command) {}
    }
}
