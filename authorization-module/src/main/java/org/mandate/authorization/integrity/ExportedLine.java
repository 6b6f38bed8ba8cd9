package org.mandate.authorization.integrity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
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

/** What a line of an export says: public members and sealed parts, from which the record is made again. */
final class ExportedLine {

    private static final SubjectId NOBODY = new SubjectId("", "");
    private static final List<Reason.Kind> KINDS = List.of(Reason.Kind.values());
    private static final List<Provenance.Channel> CHANNELS = List.of(Provenance.Channel.values());

    private final InstantText instants;

    String id = "";
    String at = "";
    long position;
    long sequence;
    SubjectId requester = NOBODY;
    SubjectId subject = NOBODY;
    String action = "";
    SubjectId resource = NOBODY;
    String decision = "";
    final List<Reason> reasons = new ArrayList<>(4);

    @Nullable
    List<String> scopes;

    String requestId = "";
    String channel = "";
    String requirement = "";
    String mode = "";
    String engine = "";
    long lost;
    String from = "";
    String to = "";
    final List<byte[]> sealed = new ArrayList<>(2);
    final List<Optional<byte[]>> openings = new ArrayList<>(2);

    @Nullable
    TileProof proof;

    ExportedLine(InstantText instants) {
        this.instants = instants;
    }

    static Reason.Kind kind(String word) {
        for (var known : KINDS) {
            if (known.label().equals(word)) {
                return known;
            }
        }
        throw new UnreadableLine("`" + word + "` is no kind of reason");
    }

    private static Provenance.Channel channel(String word) {
        for (var known : CHANNELS) {
            if (known.label().equals(word)) {
                return known;
            }
        }
        throw new UnreadableLine("`" + word + "` is no channel");
    }

    private Instant instant(String text) {
        try {
            return instants.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableLine("`" + text + "` is no instant");
        }
    }

    Optional<TileProof> proof() {
        return Optional.ofNullable(proof);
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
