package org.mandate.authorization.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.event.DecisionMade;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal's events as JSON. Written by hand, since every request pays for it; the members stand in one fixed order. The
 * set of names is closed: nothing that the database says picks a class.
 */
final class DecisionSerializer implements Serializer {

    static final String NAME = "DecisionMade";

    private static final byte[] NO_META_DATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Converter converter = new ChainingConverter();

    byte[] write(DecisionMade decision) {
        var bytes = new ByteArrayOutputStream(768);
        try (var json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            writeQuestion(json, decision);
            writeAnswer(json, decision);
            writeOrigin(json, decision);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    DecisionMade read(byte[] payload) {
        return mapper.readValue(payload, DecisionMade.class);
    }

    private static void writeQuestion(JsonGenerator json, DecisionMade decision) {
        json.writeStringProperty("id", decision.id());
        json.writeStringProperty("at", decision.at().toString());
        json.writeNumberProperty("position", decision.position());
        json.writeStringProperty("requesterType", decision.requesterType());
        json.writeStringProperty("requesterId", decision.requesterId());
        json.writeStringProperty("subjectType", decision.subjectType());
        json.writeStringProperty("subjectId", decision.subjectId());
        writeOptional(json, "subjectUsername", decision.subjectUsername());
        writeMap(json, "subjectProperties", decision.subjectProperties());
        json.writeStringProperty("action", decision.action());
        writeMap(json, "actionProperties", decision.actionProperties());
        json.writeStringProperty("resourceType", decision.resourceType());
        json.writeStringProperty("resourceId", decision.resourceId());
        writeMap(json, "resourceProperties", decision.resourceProperties());
        writeMap(json, "context", decision.context());
        json.writeStringProperty("requirement", decision.requirement());
    }

    private static void writeAnswer(JsonGenerator json, DecisionMade decision) {
        json.writeBooleanProperty("allowed", decision.allowed());
        json.writeArrayPropertyStart("reasons");
        for (var reason : decision.reasons()) {
            json.writeStartObject();
            json.writeStringProperty("kind", reason.kind());
            json.writeStringProperty("name", reason.name());
            json.writeStringProperty("detail", reason.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeOrigin(JsonGenerator json, DecisionMade decision) {
        writeScopes(json, decision.scopes());
        writeOptional(json, "decisionIp", decision.decisionIp());
        writeOptional(json, "ip", decision.ip());
        writeOptional(json, "userAgent", decision.userAgent());
        json.writeStringProperty("requestId", decision.requestId());
        json.writeStringProperty("channel", decision.channel());
        json.writeStringProperty("mode", decision.mode());
        json.writeStringProperty("engine", decision.engine());
    }

    private static void writeScopes(JsonGenerator json, @Nullable List<String> scopes) {
        if (scopes == null) {
            return;
        }
        json.writeArrayPropertyStart("scopes");
        scopes.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void writeMap(JsonGenerator json, String name, Map<String, Object> map) {
        if (map.isEmpty()) {
            json.writeObjectPropertyStart(name);
            json.writeEndObject();
        } else {
            json.writePOJOProperty(name, map);
        }
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        byte[] bytes;
        if (object instanceof DecisionMade decision) {
            bytes = write(decision);
        } else if (object instanceof MetaData metaData && metaData.isEmpty()) {
            bytes = NO_META_DATA;
        } else {
            throw new IllegalArgumentException("the journal stores decisions without metadata and nothing else");
        }
        return new SimpleSerializedObject<>(
                converter.convert(bytes, expectedRepresentation), expectedRepresentation, typeOf(object));
    }

    private static SerializedType typeOf(Object object) {
        var name = object instanceof DecisionMade ? NAME : MetaData.class.getSimpleName();
        return new SimpleSerializedType(name, null);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        var type = classForType(serializedObject.getType());
        if (type == MetaData.class) {
            return (T) MetaData.emptyInstance();
        }
        if (type != DecisionMade.class) {
            throw new IllegalStateException("the journal holds an event of an unknown name, `"
                    + serializedObject.getType().getName() + "`");
        }
        return (T) read(converter.convert(serializedObject.getData(), byte[].class));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return switch (type.getName()) {
            case NAME -> DecisionMade.class;
            case "MetaData", "org.axonframework.messaging.MetaData" -> MetaData.class;
            default -> UnknownSerializedType.class;
        };
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type == DecisionMade.class
                ? new SimpleSerializedType(NAME, null)
                : new SimpleSerializedType(MetaData.class.getSimpleName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
