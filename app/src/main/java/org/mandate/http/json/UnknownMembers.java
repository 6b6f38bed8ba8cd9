package org.mandate.http.json;

import java.util.List;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.util.TokenBufferReadContext;

/** Collects the members that a document has and its type has not, so that one answer can name them all. */
final class UnknownMembers extends DeserializationProblemHandler {
    private static final Object FOUND = new Object();
    private static final int MOST_NAMED = 100;

    /** The attribute under which a reader carries the list to collect into. */
    static Object attribute() {
        return FOUND;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        if (!(context.getAttribute(FOUND) instanceof Found found)) {
            return false;
        }
        found.add(path(holder(parser), name));
        parser.skipChildren();
        return true;
    }

    /** The object that the member stands in; at an array or object the parser is inside that already, and twice where it replays. */
    private static TokenStreamContext holder(JsonParser parser) {
        TokenStreamContext inside = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        if (token == null || !token.isStructStart()) {
            return inside;
        }
        return inside instanceof TokenBufferReadContext ? inside.getParent().getParent() : inside.getParent();
    }

    private static String path(TokenStreamContext context, String name) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext level = context.getParent(); level != null; level = level.getParent()) {
            if (level.inObject()) {
                path.insert(0, level.currentName() + (path.length() == 0 || path.charAt(0) == '[' ? "" : "."));
            } else if (level.inArray()) {
                path.insert(0, "[" + level.getCurrentIndex() + "]" + (path.length() == 0 ? "" : "."));
            }
        }
        return path.length() == 0 ? name : path + "." + name;
    }

    /** The unknown members of one document. */
    record Found(List<FieldFault> faults) {
        void add(String path) {
            if (faults.size() < MOST_NAMED) {
                faults.add(new FieldFault(path, "the member is not known here"));
            }
        }

        void reject() {
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults).found();
            }
        }
    }
}
