package org.mandate.authorization.integrity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.SealedPart;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a line of an export back into the record that it is of: its public members and its sealed parts. Personal members
 * are passed over, since the sealed parts say what they have to be.
 */
final class ExportedLine {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private String id = "";
    private String at = "";
    private long position;
    private long sequence;
    private SubjectId requester = new SubjectId("", "");
    private SubjectId subject = new SubjectId("", "");
    private String action = "";
    private SubjectId resource = new SubjectId("", "");
    private String decision = "";
    private final List<Reason> reasons = new ArrayList<>();
    private @Nullable List<String> scopes;
    private String requestId = "";
    private String channel = "";
    private String requirement = "";
    private String mode = "";
    private String engine = "";
    private long lost;
    private String from = "";
    private String to = "";
    private final List<byte[]> sealed = new ArrayList<>();
    private final List<Optional<byte[]>> openings = new ArrayList<>();
    private Optional<TileProof> proof = Optional.empty();

    /** @throws UnreadableLine when it is no line of an export */
    static ExportedLine read(JsonParser in) {
        var line = new ExportedLine();
        try {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableLine("it is not an object of JSON");
            }
            for (var name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                line.member(name, in);
            }
            if (in.nextToken() != null) {
                throw new UnreadableLine("something follows its end");
            }
        } catch (JacksonException e) {
            throw new UnreadableLine("it is not JSON as an export has it");
        } catch (IllegalArgumentException e) {
            throw new UnreadableLine("a member of it is not in the form that an export has");
        }
        return line;
    }

    private void member(String name, JsonParser in) {
        switch (name) {
            case "id" -> id = text(in);
            case "at" -> at = text(in);
            case "position" -> position = number(in);
            case "sequence" -> sequence = number(in);
            case "requester" -> requester = entity(in);
            case "subject" -> subject = entity(in);
            case "action" -> action = text(in);
            case "resource" -> resource = entity(in);
            case "decision" -> decision = text(in);
            case "reasons" -> reasons(in);
            case "scopes" -> scopes = in.currentToken() == JsonToken.VALUE_NULL ? null : texts(in);
            case "requestId" -> requestId = text(in);
            case "channel" -> channel = text(in);
            case "requirement" -> requirement = text(in);
            case "mode" -> mode = text(in);
            case "engine" -> engine = text(in);
            default -> rare(name, in);
        }
    }

    private void rare(String name, JsonParser in) {
        switch (name) {
            case "sealed" -> texts(in).forEach(part -> sealed.add(BASE64.decode(part)));
            case "openings" -> openings(in);
            case "proof" -> proof = Optional.of(TileProof.read(in));
            case "lost" -> lost = number(in);
            case "from" -> from = text(in);
            case "to" -> to = text(in);
            default -> in.skipChildren();
        }
    }

    static String text(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnreadableLine("`" + in.currentName() + "` is not a text");
        }
        return in.getString();
    }

    static long number(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new UnreadableLine("`" + in.currentName() + "` is not a whole number");
        }
        return in.getLongValue();
    }

    private static List<String> texts(JsonParser in) {
        begin(in, JsonToken.START_ARRAY);
        var texts = new ArrayList<String>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(in));
        }
        return texts;
    }

    private static SubjectId entity(JsonParser in) {
        begin(in, JsonToken.START_OBJECT);
        var type = "";
        var id = "";
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "type" -> type = text(in);
                case "id" -> id = text(in);
                default -> throw new UnreadableLine("`" + name + "` is unknown");
            }
        }
        return new SubjectId(type, id);
    }

    private void reasons(JsonParser in) {
        begin(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            begin(in, JsonToken.START_OBJECT);
            var word = "";
            var name = "";
            var detail = "";
            for (var member = in.nextName(); member != null; member = in.nextName()) {
                in.nextToken();
                switch (member) {
                    case "kind" -> word = text(in);
                    case "name" -> name = text(in);
                    case "detail" -> detail = text(in);
                    default -> throw new UnreadableLine("`" + member + "` is unknown");
                }
            }
            reasons.add(new Reason(kind(word), name, detail));
        }
    }

    private void openings(JsonParser in) {
        begin(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            openings.add(
                    in.currentToken() == JsonToken.VALUE_NULL
                            ? Optional.empty()
                            : Optional.of(BASE64.decode(text(in))));
        }
    }

    static void begin(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw new UnreadableLine("`" + in.currentName() + "` is not of the form that it has in an export");
        }
    }

    private static Reason.Kind kind(String word) {
        for (var known : Reason.Kind.values()) {
            if (known.label().equals(word)) {
                return known;
            }
        }
        throw new UnreadableLine("`" + word + "` is no kind of reason");
    }

    private static Provenance.Channel channel(String word) {
        for (var known : Provenance.Channel.values()) {
            if (known.label().equals(word)) {
                return known;
            }
        }
        throw new UnreadableLine("`" + word + "` is no channel");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableLine("`" + text + "` is no instant");
        }
    }

    String id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    Optional<TileProof> proof() {
        return proof;
    }

    /** The record, its personal fields not opened. */
    JournalEntry entry() {
        if (lost != 0) {
            return new LostDecisions(id, instant(at), sequence, lost, instant(from), instant(to), mode);
        }
        return new DecisionRecord(
                id,
                instant(at),
                position,
                sequence,
                new Provenance(requester, Optional.empty(), Optional.empty(), requestId, channel(channel)),
                subject,
                Optional.empty(),
                Map.of(),
                Action.of(action),
                Resource.of(resource.type(), resource.id()),
                Map.of(),
                requirement,
                allowed(),
                List.copyOf(reasons),
                Optional.ofNullable(scopes),
                Optional.empty(),
                mode,
                engine,
                parts());
    }

    private boolean allowed() {
        return switch (decision) {
            case "allow" -> true;
            case "deny" -> false;
            default -> throw new UnreadableLine("`decision` is neither `allow` nor `deny`");
        };
    }

    private List<SealedPart> parts() {
        if (openings.size() != sealed.size()) {
            throw new UnreadableLine("`openings` are not as many as `sealed`");
        }
        var parts = new ArrayList<SealedPart>(sealed.size());
        for (var i = 0; i < sealed.size(); i++) {
            parts.add(new SealedPart(sealed.get(i), openings.get(i)));
        }
        return parts;
    }
}
