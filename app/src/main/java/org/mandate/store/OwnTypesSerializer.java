package org.mandate.store;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** For everything that is no event, tokens above all: JSON of our own and the framework's classes, and of no others. */
final class OwnTypesSerializer extends Jackson3Serializer {

    OwnTypesSerializer() {
        super(builder().jsonMapperBuilderCustomizer(StrictJson::apply));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        boolean known = SerializedType.emptyType().equals(type)
                || name.startsWith("org.mandate.")
                || name.startsWith("org.axonframework.");
        if (!known) {
            throw new SerializationException("a stored type `" + name + "` is not one of ours");
        }
        return super.classForType(type);
    }
}
