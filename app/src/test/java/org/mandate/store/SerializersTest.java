package org.mandate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostEvent;
import org.mandate.content.event.PostPublished;

class SerializersTest {

    private final NamedEventSerializer events =
            new NamedEventSerializer(new EventNames(List.of(new EventFamily(PostEvent.class))));
    private final OwnTypesSerializer others = new OwnTypesSerializer();

    @Test
    void storesAnEventUnderItsShortName() {
        assertThat(events.serialize(new PostDeleted("1"), byte[].class)
                        .getType()
                        .getName())
                .isEqualTo("PostDeleted");
    }

    @Test
    void stopsAtANameThatIsNotInTheMap() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> events.deserialize(stored("PostVanished", "{}")))
                .withMessageContaining("`PostVanished`");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() ->
                        events.classForType(stored("java.io.File", "\"/etc\"").getType()));
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> events.classForType(
                        stored(PostDeleted.class.getName(), "{}").getType()));
    }

    @Test
    void refusesToWriteWhatBelongsToNoFamily() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> events.serialize("a string", byte[].class));
    }

    @Test
    void refusesUnknownAndDuplicateMembers() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> events.deserialize(stored("PostPublished", "{\"postId\":\"1\",\"by\":\"me\"}")));
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> events.deserialize(stored("PostPublished", "{\"postId\":\"1\",\"postId\":\"2\"}")));
    }

    @Test
    void keepsMetadata() {
        SerializedObject<byte[]> stored = events.serialize(MetaData.from(Map.of("actor", "anna")), byte[].class);

        MetaData read = events.deserialize(stored);

        assertThat(read).containsExactly(Map.entry("actor", "anna"));
    }

    @Test
    void readsBackATrackingToken() {
        GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(7, List.of());

        GapAwareTrackingToken read = others.deserialize(others.serialize(token, byte[].class));

        assertThat(read).isEqualTo(token);
    }

    @Test
    void neverReadsAForeignTypeForAnythingElseEither() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> others.deserialize(stored("java.io.File", "\"/etc\"")));
    }

    @Test
    void refusesAnOpenFamilyAndTwoEventsOfOneName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventFamily(Runnable.class));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new EventNames(List.of(new EventFamily(PostEvent.class), new EventFamily(Clashing.class))))
                .withMessageContaining("`PostPublished`");
        assertThat(new PostPublished("1")).isInstanceOf(PostEvent.class);
    }

    sealed interface Clashing {
        record PostPublished(String id) implements Clashing {}
    }

    private static SerializedObject<byte[]> stored(String name, String json) {
        return new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, name, null);
    }
}
