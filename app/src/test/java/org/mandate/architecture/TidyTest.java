package org.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter cannot check. */
class TidyTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;
    private static final int MOST_PARAMETERS_OF_A_METHOD = 7;

    /** In two halves, so that this file does not find itself. */
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK");

    private static final Pattern SKIPPED = Pattern.compile("@Disabl" + "ed|@Ign" + "ore|\\.sl" + "eep\\(");

    @Test
    void filesAreShort() {
        assertThat(java(file -> Sources.text(file).lines().count() > LONGEST_FILE))
                .isEmpty();
    }

    @Test
    void filesAreInAsciiWithoutTabs() {
        Predicate<String> odd = text -> text.chars().anyMatch(c -> c == '\t' || c == '\r' || c > '~');

        assertThat(java(file -> odd.test(Sources.text(file)))).isEmpty();
        assertThat(Sources.files(".sql")).isNotEmpty().noneMatch(file -> odd.test(Sources.text(file)));
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(java(file -> LEFT_FOR_LATER.matcher(Sources.text(file)).find()))
                .isEmpty();
    }

    @Test
    void noTestIsSkippedOrSleeps() {
        assertThat(java(file -> file.toString().contains("test")
                        && SKIPPED.matcher(Sources.text(file)).find()))
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        var sources = Sources.parsed();

        assertThat(methods(
                        sources,
                        (unit, method) ->
                                method.getBody() != null && sources.lines(unit, method.getBody()) > LONGEST_METHOD))
                .isEmpty();
    }

    @Test
    void methodsTakeFewParameters() {
        assertThat(methods(
                        Sources.parsed(),
                        (unit, method) ->
                                !assembles(method) && method.getParameters().size() > MOST_PARAMETERS_OF_A_METHOD))
                .isEmpty();
    }

    /** What puts a whole together takes all of its parts: a constructor, or the method of a bean. */
    private static boolean assembles(MethodTree method) {
        return method.getReturnType() == null
                || method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Bean"));
    }

    private interface Finding {
        boolean in(CompilationUnitTree unit, MethodTree method);
    }

    private static List<String> methods(Sources sources, Finding finding) {
        var found = new ArrayList<String>();
        for (var unit : sources.units()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    if (finding.in(unit, method)) {
                        found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ": " + method.getName());
                    }
                    return super.visitMethod(method, nothing);
                }
            }.scan(unit, null);
        }
        return found;
    }

    private static Stream<Path> java(Predicate<Path> finding) {
        var files = Sources.files(".java");
        assertThat(files).hasSizeGreaterThan(100);
        return files.stream().filter(finding).map(Sources.ROOT::relativize);
    }
}
