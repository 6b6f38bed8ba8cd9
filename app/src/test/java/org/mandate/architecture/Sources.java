package org.mandate.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The source files of the project, and the same parsed. */
final class Sources {

    static final Path ROOT = root();

    private final DocTrees trees;
    private final List<CompilationUnitTree> units = new ArrayList<>();

    private Sources(DocTrees trees) {
        this.trees = trees;
    }

    static List<Path> files(String suffix) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> ROOT.relativize(file).toString().contains("src"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sources parsed() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files(".java")));
            var sources = new Sources(DocTrees.instance(task));
            task.parse().forEach(sources.units::add);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    DocTrees trees() {
        return trees;
    }

    /** The first sentence of the Javadoc of a type, as one line of Markdown. */
    String summary(String qualifiedName) {
        for (var unit : units) {
            for (var type : unit.getTypeDecls()) {
                if (type instanceof ClassTree tree
                        && qualifiedName.equals(unit.getPackageName() + "." + tree.getSimpleName())) {
                    return summary(new TreePath(new TreePath(unit), tree));
                }
            }
        }
        throw new IllegalStateException("no source of `" + qualifiedName + "`");
    }

    private String summary(TreePath path) {
        var comment = trees.getDocCommentTree(path);
        var sentence = comment == null
                ? ""
                : comment.getFirstSentence().stream().map(Object::toString).collect(Collectors.joining());
        return sentence.replaceAll("\\{@(?:link|code|literal) ([^}]+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
    }

    int lines(CompilationUnitTree unit, Tree tree) {
        var positions = trees.getSourcePositions();
        var lines = unit.getLineMap();
        return (int) (lines.getLineNumber(positions.getEndPosition(unit, tree))
                - lines.getLineNumber(positions.getStartPosition(unit, tree))
                + 1);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here;
    }
}
