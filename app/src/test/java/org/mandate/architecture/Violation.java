package org.mandate.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.mandate.Databases;

/** Classes that do what a rule forbids. Made by name, since some of what is forbidden is not even on the classpath. */
public final class Violation {

    /** The package of the classes. */
    static final String PACKAGE = "org.mandate.violation";

    private Violation() {}

    /** A class that has a field of this type. */
    public static JavaClasses of(String type) {
        var writer = new ClassWriter(0);
        var name = PACKAGE.replace('.', '/') + "/Forbidden";
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_PRIVATE, "forbidden", "L" + type.replace('.', '/') + ";", null, null)
                .visitEnd();
        writer.visitEnd();
        var file = Databases.temporaryDirectory().resolve("Forbidden.class");
        try {
            Files.write(file, writer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassFileImporter().importPath(file);
    }
}
