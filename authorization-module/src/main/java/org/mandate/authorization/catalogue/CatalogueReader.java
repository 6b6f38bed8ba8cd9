package org.mandate.authorization.catalogue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a catalogue entry by entry, so that a document of a million subjects needs no tree of the whole. Strict: what is
 * unknown, doubled or of the wrong type is a fault, and all faults are collected up to a limit.
 */
public final class CatalogueReader {

    private static final List<String> KINDS =
            List.of("permissions", "roles", "subjects", "entities", "policies", "constraints");

    private final ObjectReader format;
    private final List<CatalogueFault> faults = new ArrayList<>();
    private final List<PermissionEntry> permissions = new ArrayList<>();
    private final List<RoleEntry> roles = new ArrayList<>();
    private final List<SubjectEntry> subjects = new ArrayList<>();
    private final List<EntityEntry> entities = new ArrayList<>();
    private final List<PolicyEntry> policies = new ArrayList<>();
    private final List<ConstraintEntry> constraints = new ArrayList<>();

    private boolean unread;

    private CatalogueReader(ObjectMapper format) {
        this.format = format.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Read JSON.
     * @throws CatalogueRefused with all that is wrong with the document's form
     */
    public static Catalogue json(InputStream document) {
        return read(new JsonMapper(), document);
    }

    /**
     * Read a document in the format of the mapper, such as YAML.
     * @throws CatalogueRefused with all that is wrong with the document's form
     */
    public static Catalogue read(ObjectMapper format, InputStream document) {
        CatalogueReading reading = examine(format, document);
        new CatalogueFindings(reading.faults()).refuse();
        return reading.catalogue();
    }

    /**
     * Read a document as far as it can be, so that one answer can say all that is wrong with it.
     *
     * @throws CatalogueRefused where it cannot be read to its end
     */
    public static CatalogueReading examine(ObjectMapper format, InputStream document) {
        return new CatalogueReader(format).read(document);
    }

    private CatalogueReading read(InputStream document) {
        try (JsonParser parser = format.createParser(document)) {
            readDocument(parser);
        } catch (JacksonIOException broken) {
            throw broken;
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            cut("", "the document is malformed or names a member twice" + where);
        }
        if (unread || faults.size() >= CatalogueFindings.MOST) {
            throw new CatalogueRefused(faults);
        }
        return new CatalogueReading(
                new Catalogue(permissions, roles, subjects, entities, policies, constraints), faults);
    }

    private void readDocument(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            cut("", "must be an object with members like `permissions`, `roles` or `subjects`");
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String kind = parser.currentName();
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
            if (!KINDS.contains(kind)) {
                fault(kind, "unknown member; a catalogue has " + String.join(", ", KINDS));
                parser.skipChildren();
            } else if (!isList) {
                cut(kind, "must be a list");
                parser.skipChildren();
            } else {
                readList(parser, kind);
            }
        }
        if (parser.nextToken() != null) {
            cut("", "must be one document, and nothing after it");
        }
    }

    private void readList(JsonParser parser, String kind) {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            JsonNode node = format.readTree(parser);
            if (faults.size() < CatalogueFindings.MOST) {
                read(kind, kind + "[" + index + "]", node);
            }
        }
    }

    private void read(String kind, String path, JsonNode node) {
        var entry = new EntryReader(path, node, faults);
        switch (kind) {
            case "permissions" -> permissions.add(entry.permission());
            case "roles" -> roles.add(entry.role());
            case "subjects" -> subjects.add(entry.subject());
            case "entities" -> entities.add(entry.entity());
            case "policies" -> policies.add(entry.policy());
            case "constraints" -> constraints.add(entry.constraint());
            default -> throw new IllegalStateException("`" + kind + "` is read but not taken");
        }
    }

    /** Something of the catalogue was not read, so nobody can say of a name that it does not stand in it. */
    private void cut(String path, String message) {
        unread = true;
        fault(path, message);
    }

    private void fault(String path, String message) {
        faults.add(new CatalogueFault(path, message));
    }
}
