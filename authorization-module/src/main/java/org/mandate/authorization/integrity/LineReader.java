package org.mandate.authorization.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Reason;

/**
 * Reads a line of an export back into the record that it is of. It need not be believed: the record is written anew, and
 * has to come out as the line. For one thread.
 */
final class LineReader {

    private static final KnownNames NAMES = new KnownNames(List.of(
            ("id at position sequence requester subject action resource decision reasons scopes ip userAgent requestId"
                            + " channel requirement mode engine decisionIp username subjectProperties actionProperties"
                            + " resourceProperties context erased sealed openings proof lost from to type kind name"
                            + " detail leaves path head size rootHash signature keyId")
                    .split(" ", -1)));

    private final JsonReader in = new JsonReader(NAMES);
    private final InstantText instants = new InstantText();

    /** @throws UnreadableLine when it is no line of an export */
    ExportedLine read(byte[] bytes, int from, int to) {
        var line = new ExportedLine(instants);
        in.of(bytes, from, to);
        in.beginObject("the line");
        for (var name = in.name(); name != null; name = in.name()) {
            member(name, line);
        }
        in.end();
        return line;
    }

    private void member(String name, ExportedLine line) {
        switch (name) {
            case "id" -> line.id = in.text(name);
            case "at" -> line.at = in.text(name);
            case "position" -> line.position = in.number(name);
            case "sequence" -> line.sequence = in.number(name);
            case "requester" -> line.requester = entity(name);
            case "subject" -> line.subject = entity(name);
            case "action" -> line.action = in.text(name);
            case "resource" -> line.resource = entity(name);
            case "decision" -> line.decision = in.text(name);
            case "reasons" -> reasons(line);
            case "scopes" -> line.scopes = in.isNull() ? null : texts(name);
            case "requestId" -> line.requestId = in.text(name);
            case "channel" -> line.channel = in.text(name);
            case "requirement" -> line.requirement = in.text(name);
            case "mode" -> line.mode = in.text(name);
            case "engine" -> line.engine = in.text(name);
            default -> rare(name, line);
        }
    }

    /** Personal members are passed over, since the sealed parts say what they have to be. */
    private void rare(String name, ExportedLine line) {
        switch (name) {
            case "sealed" -> sealed(line);
            case "openings" -> openings(line);
            case "proof" -> line.proof = TileProof.read(in);
            case "lost" -> line.lost = in.number(name);
            case "from" -> line.from = in.text(name);
            case "to" -> line.to = in.text(name);
            default -> in.skip();
        }
    }

    private List<String> texts(String what) {
        in.beginArray(what);
        var texts = new ArrayList<String>();
        while (in.element()) {
            texts.add(in.text(what));
        }
        return texts;
    }

    private SubjectId entity(String what) {
        in.beginObject(what);
        var type = "";
        var id = "";
        for (var name = in.name(); name != null; name = in.name()) {
            switch (name) {
                case "type" -> type = in.text(name);
                case "id" -> id = in.text(name);
                default -> throw unknown(name);
            }
        }
        return new SubjectId(type, id);
    }

    private static UnreadableLine unknown(String name) {
        return new UnreadableLine("`" + name + "` is unknown");
    }

    private void reasons(ExportedLine line) {
        in.beginArray("reasons");
        while (in.element()) {
            in.beginObject("reasons");
            var kind = "";
            var name = "";
            var detail = "";
            for (var member = in.name(); member != null; member = in.name()) {
                switch (member) {
                    case "kind" -> kind = in.text(member);
                    case "name" -> name = in.text(member);
                    case "detail" -> detail = in.text(member);
                    default -> throw unknown(member);
                }
            }
            line.reasons.add(new Reason(ExportedLine.kind(kind), name, detail));
        }
    }

    private void sealed(ExportedLine line) {
        in.beginArray("sealed");
        while (in.element()) {
            line.sealed.add(in.binary("sealed"));
        }
    }

    private void openings(ExportedLine line) {
        in.beginArray("openings");
        while (in.element()) {
            line.openings.add(in.isNull() ? Optional.empty() : Optional.of(in.binary("openings")));
        }
    }
}
