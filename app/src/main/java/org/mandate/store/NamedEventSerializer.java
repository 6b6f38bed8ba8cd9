package org.mandate.store;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Events as plain JSON under short logical names from the closed map. A name that is not in it stops the reader, since an
 * event that is passed over could be a revocation; and a column of the database never picks a class.
 */
final class NamedEventSerializer extends Jackson3Serializer {

    private static final AnnotationRevisionResolver REVISIONS = new AnnotationRevisionResolver();

    private final EventNames names;

    NamedEventSerializer(EventNames names) {
        super(builder().revisionResolver(REVISIONS).jsonMapperBuilderCustomizer(StrictJson::apply));
        this.names = names;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return type.getName().equals(MetaData.class.getName()) ? MetaData.class : names.classOf(type.getName());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type == null || Void.class.equals(type) || Void.TYPE.equals(type)) {
            return SerializedType.emptyType();
        }
        if (MetaData.class.equals(type)) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        return new SimpleSerializedType(names.nameOf(type), REVISIONS.revisionOf(type));
    }
}
