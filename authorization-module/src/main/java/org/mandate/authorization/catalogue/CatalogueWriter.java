package org.mandate.authorization.catalogue;

import java.io.OutputStream;
import java.util.List;
import org.mandate.authorization.Terms;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Writes a catalogue in the form in which {@link CatalogueReader} reads it, entry by entry. */
public final class CatalogueWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonGenerator out;

    private CatalogueWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Write JSON; the stream is flushed and stays open. */
    public static void json(Catalogue catalogue, OutputStream document) {
        write(JSON, catalogue, document);
    }

    /** Write in the format of the mapper, such as YAML; the stream is flushed and stays open. */
    public static void write(ObjectMapper format, Catalogue catalogue, OutputStream document) {
        try (JsonGenerator out =
                format.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(document)) {
            new CatalogueWriter(out).write(catalogue);
        }
    }

    private void write(Catalogue catalogue) {
        out.writeStartObject();
        out.writeArrayPropertyStart("permissions");
        catalogue.permissions().forEach(this::write);
        out.writeEndArray();
        out.writeArrayPropertyStart("roles");
        catalogue.roles().forEach(this::write);
        out.writeEndArray();
        out.writeArrayPropertyStart("subjects");
        catalogue.subjects().forEach(this::write);
        out.writeEndArray();
        for (String later : List.of("entities", "policies", "constraints")) {
            out.writeArrayPropertyStart(later);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void write(PermissionEntry entry) {
        out.writeStartObject();
        out.writeStringProperty("name", entry.name());
        entry.description().ifPresent(text -> out.writeStringProperty("description", text));
        out.writeEndObject();
    }

    private void write(RoleEntry entry) {
        out.writeStartObject();
        out.writeStringProperty("name", entry.name());
        entry.description().ifPresent(text -> out.writeStringProperty("description", text));
        writeNames("permissions", entry.permissions());
        writeNames("inherits", entry.inherits());
        out.writeEndObject();
    }

    private void write(SubjectEntry entry) {
        out.writeStartObject();
        out.writeStringProperty("type", entry.type());
        entry.id().ifPresent(text -> out.writeStringProperty("id", text));
        entry.username().ifPresent(text -> out.writeStringProperty("username", text));
        entry.email().ifPresent(text -> out.writeStringProperty("email", text));
        entry.attributes().ifPresent(values -> out.writePOJOProperty("attributes", values));
        out.writeArrayPropertyStart("roles");
        entry.roles().forEach(this::write);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(Grant grant) {
        Terms terms = grant.terms();
        if (terms.equals(Terms.UNLIMITED)) {
            out.writeString(grant.role());
            return;
        }
        out.writeStartObject();
        out.writeStringProperty("role", grant.role());
        terms.validFrom().ifPresent(at -> out.writeStringProperty("validFrom", at.toString()));
        terms.validUntil().ifPresent(at -> out.writeStringProperty("validUntil", at.toString()));
        if (!terms.networks().isEmpty()) {
            writeNames("networks", terms.networks());
        }
        terms.resource().ifPresent(target -> {
            out.writeObjectPropertyStart("resource");
            out.writeStringProperty("type", target.type());
            out.writeStringProperty("id", target.id());
            out.writeEndObject();
        });
        terms.reason().ifPresent(text -> out.writeStringProperty("reason", text));
        out.writeEndObject();
    }

    private void writeNames(String property, List<String> names) {
        out.writeArrayPropertyStart(property);
        names.forEach(out::writeString);
        out.writeEndArray();
    }
}
