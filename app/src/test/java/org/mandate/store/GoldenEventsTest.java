package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One checked-in file per stored event: what was ever written must be readable for ever. */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final EventNames names = new EventNames(families());
    private final NamedEventSerializer serializer = new NamedEventSerializer(names);

    private static List<EventFamily> families() {
        try (var context = new AnnotationConfigApplicationContext(EventFamilies.class)) {
            return List.copyOf(context.getBeansOfType(EventFamily.class).values());
        }
    }

    @Test
    void hasOneFileForEachEventAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(names.all()));
        }
    }

    @TestFactory
    Stream<DynamicTest> readsEachFileAndWritesItBackUnchanged() {
        return names.all().stream().map(name -> DynamicTest.dynamicTest(name, () -> roundTrip(name)));
    }

    private void roundTrip(String name) throws Exception {
        String golden = Files.readString(GOLDEN.resolve(name + ".json")).strip();

        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(golden.getBytes(StandardCharsets.UTF_8), byte[].class, name, null));
        SerializedObject<byte[]> written = serializer.serialize(event, byte[].class);

        assertThat(new String(written.getData(), StandardCharsets.UTF_8)).isEqualTo(golden);
        assertThat(written.getType().getName()).isEqualTo(name);
        assertThat(written.getType().getRevision()).isNull();
        for (RecordComponent member : event.getClass().getRecordComponents()) {
            member.getAccessor().setAccessible(true);
            assertThat(member.getAccessor().invoke(event)).as(member.getName()).isNotNull();
        }
    }
}
