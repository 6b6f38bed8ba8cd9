package org.mandate.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.decision.Requirement;

/** The table as a page: {@code docs/enforcement.md} is written from it. */
class EnforcementDocumentTest {

    private static final String HEAD = """
            # What each message requires

            Every command and query of the system and what must be met before it reaches its handler. Written from the
            enforcement table by `EnforcementDocumentTest`, which fails where this page and the table differ; after a change,
            write it anew:

                ./mvnw -pl app -am test -Dtest=EnforcementDocumentTest -Dmandate.writeDocs=true -Dsurefire.failIfNoSpecifiedTests=false

            What has no line here is denied. `may(action)` asks the whole access model about the resource: permission,
            ownership, draft rule. A scope counts only where the caller came with a token. *Hidden* means that a refusal reads
            like absence where the caller may not know of the resource.

            What is no request is refused before it is judged, and leaves no decision: a body that cannot be read, or in which a
            member is missing, unknown or of another type.

            | message | action | resource | requires | |
            | --- | --- | --- | --- | --- |
            """;

    @Test
    void theDocumentSaysWhatTheTableSays() throws IOException {
        Path page = root().resolve("docs/enforcement.md");
        String expected = HEAD + rows();
        if (Boolean.getBoolean("mandate.writeDocs")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }

    private static String rows() {
        return new EnforcementTable(new EnforcementSettings(true))
                .rows().stream().map(EnforcementDocumentTest::line).collect(Collectors.joining());
    }

    private static String line(Row<?> row) {
        boolean open = row.access() == Row.Access.ANYONE;
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        row.message().getSimpleName(),
                        open ? "" : row.action(),
                        open ? "" : row.type(),
                        requires(row),
                        remarks(row));
    }

    private static String requires(Row<?> row) {
        if (row.access() == Row.Access.ANYONE) {
            return "nothing: anyone";
        }
        List<String> parts = new ArrayList<>();
        row.cases().forEach(one -> parts.add(one.who() + ": " + text(one.needs())));
        row.needs().map(EnforcementDocumentTest::text).ifPresent(text -> parts.add(others(row) + text));
        if (row.needs().isEmpty()) {
            parts.add("others: denied");
        }
        row.delegation()
                .ifPresent(way -> parts.add("and `role(admin)`, or `permission(%s)` together with %s"
                        .formatted(way.permission(), way.within())));
        row.giving()
                .ifPresent(gives -> parts.add("all of it for as long, and from as far, as it gives " + gives.what()));
        row.lifting().ifPresent(lifts -> parts.add("and, without limits, " + lifts.what() + ", where this ends it"));
        row.also().forEach(also -> parts.add("where " + also.when() + " also " + text(also.needs())));
        return String.join("; ", parts);
    }

    private static String others(Row<?> row) {
        return row.cases().isEmpty() ? "" : "others: ";
    }

    private static String text(Requirement requirement) {
        if (requirement instanceof Requirement.AllOf all) {
            return all.parts().stream().map(EnforcementDocumentTest::text).collect(Collectors.joining(" and "));
        }
        return "`" + requirement + "`";
    }

    private static String remarks(Row<?> row) {
        List<String> remarks = new ArrayList<>();
        row.hiddenWhen().ifPresent(condition -> remarks.add("hidden"));
        row.narrowings().forEach(narrowing -> remarks.add(narrowing.what()));
        Optional.of("recorded by its handler").filter(text -> row.quiet()).ifPresent(remarks::add);
        return String.join("; ", remarks);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs")) ? here : here.getParent();
    }
}
