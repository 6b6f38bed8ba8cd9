package org.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;

/** Every command, query and event with who handles it: {@code docs/messages.md} is written from the code. */
class MessageCatalogueTest {

    private static final String HEAD = """
            # Messages

            Every command, query and stored event, with its handler. Written from the annotations by `MessageCatalogueTest`,
            which fails where this page and the code differ; after a change, write it anew:

                ./mvnw -pl app -am test -Dtest=MessageCatalogueTest -Dmandate.writeDocs=true -Dsurefire.failIfNoSpecifiedTests=false

            Who may send a command or ask a query stands in
            [EnforcementTable](../app/src/main/java/org/mandate/enforcement/EnforcementTable.java); what has no line there is denied.
            The facts that decisions are taken on are read from the whole history, event by event, by no handler named here.
            """;

    private final Sources sources = Sources.parsed();

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        var page = Sources.ROOT.resolve("docs/messages.md");
        var expected =
                HEAD + section("Commands", CommandHandler.class) + section("Queries", QueryHandler.class) + events();
        if (Boolean.getBoolean("mandate.writeDocs")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }

    private String section(String title, Class<? extends Annotation> kind) {
        var lines = MandateClasses.handlers(kind).stream()
                .sorted(Comparator.comparing(MessageCatalogueTest::module).thenComparing(MessageCatalogueTest::name))
                .map(handler -> row(
                        module(handler),
                        code(MandateClasses.message(handler)),
                        sources.summary(MandateClasses.message(handler).getName()),
                        code(handler.getOwner())))
                .toList();
        return table("## " + title, List.of("module", "message", "what it asks for", "handled by"), lines);
    }

    private String events() {
        var text = new StringBuilder("\n## Events\n");
        for (var family : MandateClasses.eventFamilies()) {
            var lines = MandateClasses.eventsOf(family).stream()
                    .map(event -> row(
                            code(event),
                            sources.summary(event.getName()),
                            owners(event, EventSourcingHandler.class),
                            owners(event, EventHandler.class)))
                    .toList();
            text.append(table(
                    "### " + family.getSimpleName() + "\n\n" + sources.summary(family.getName()),
                    List.of("event", "what happened", "aggregate", "listeners"),
                    lines));
        }
        return text.toString();
    }

    private static String owners(JavaClass event, Class<? extends Annotation> kind) {
        return MandateClasses.handlers(kind).stream()
                .filter(handler ->
                        event.isAssignableTo(MandateClasses.message(handler).reflect()))
                .map(handler -> code(handler.getOwner()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String table(String heading, List<String> columns, List<String> rows) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(heading);
        lines.add("");
        lines.add(row(columns.toArray(String[]::new)));
        lines.add(row(columns.stream().map(column -> "---").toArray(String[]::new)));
        lines.addAll(rows);
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String code(JavaClass type) {
        return "`" + type.getSimpleName() + "`";
    }

    private static String module(JavaMethod handler) {
        var path = MandateClasses.message(handler).getPackageName();
        return path.substring(MandateClasses.ROOT.length() + 1).split("\\.")[0];
    }

    private static String name(JavaMethod handler) {
        return MandateClasses.message(handler).getSimpleName();
    }
}
