package org.mandate.authorization.audit;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandate.authorization.journal.DecisionRecord;

/** The hashes that a record is indexed under, and those that a search looks for. */
final class Terms {

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";

    private Terms() {}

    static IntStream of(DecisionRecord record) {
        var single = IntStream.of(
                Term.RESOURCE.hash(record.resource().id()),
                Term.SUBJECT.hash(record.subject().id()),
                Term.REQUESTER.hash(record.provenance().requester().id()),
                Term.ACTION.hash(record.action().name()),
                Term.RESOURCE_TYPE.hash(record.resource().type()),
                Term.CHANNEL.hash(record.provenance().channel().label()),
                Term.DECISION.hash(label(record.allowed())));
        var kinds = record.reasons().stream()
                .mapToInt(reason -> Term.REASON.hash(reason.kind().label()));
        return IntStream.concat(single, kinds).distinct();
    }

    /** What must all be there, the rarest first as far as the field tells. */
    static int[] of(DecisionFilters filters) {
        return Stream.of(
                        hash(Term.RESOURCE, filters.resource()),
                        hash(Term.SUBJECT, filters.subject()),
                        hash(Term.REQUESTER, filters.requester()),
                        hash(Term.ACTION, filters.action()),
                        hash(Term.RESOURCE_TYPE, filters.resourceType()),
                        hash(Term.REASON, filters.reason()),
                        hash(Term.CHANNEL, filters.indexedChannel()),
                        hash(Term.DECISION, filters.allowed().map(Terms::label)))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static String label(boolean allowed) {
        return allowed ? ALLOW : DENY;
    }

    private static Optional<Integer> hash(Term term, Optional<String> value) {
        return value.map(term::hash);
    }
}
