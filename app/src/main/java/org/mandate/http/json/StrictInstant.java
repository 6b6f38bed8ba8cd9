package org.mandate.http.json;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** An instant is a string: a number could be seconds or milliseconds, and both look right. */
final class StrictInstant extends StdDeserializer<Instant> {
    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        Optional<Instant> instant = Instants.parse(text);
        return instant.isPresent()
                ? instant.get()
                : (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant");
    }
}
