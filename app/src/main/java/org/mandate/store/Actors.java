package org.mandate.store;

import java.util.Arrays;
import org.mandate.identity.MessageOrigin;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/** Who caused events, out of their metadata. Those of one command lie together and say the same, so it is read once. */
final class Actors {

    private final ObjectMapper json;
    private byte[] last = {};
    private String actor = MessageOrigin.SYSTEM;

    Actors(ObjectMapper json) {
        this.json = json;
    }

    String of(byte[] metadata) {
        if (!Arrays.equals(metadata, last)) {
            actor = read(metadata);
            last = metadata;
        }
        return actor;
    }

    private String read(byte[] metadata) {
        try (JsonParser parser = json.createParser(metadata)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(MessageOrigin.ACTOR);
                parser.nextToken();
                if (found) {
                    return parser.getString();
                }
                parser.skipChildren();
            }
        }
        return MessageOrigin.SYSTEM;
    }
}
