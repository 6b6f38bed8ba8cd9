package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;

/** Answers auditors from the journal itself. */
final class DecisionQueries {

    private static final int MOST = 1000;
    private static final long STRETCH = 1000;

    private final JournalRecords records;

    DecisionQueries(JournalRecords records) {
        this.records = records;
    }

    @QueryHandler
    Optional<DecisionRecord> handle(FindDecision query) {
        return records.byId(query.id())
                .map(records::open)
                .filter(DecisionRecord.class::isInstance)
                .map(DecisionRecord.class::cast);
    }

    @QueryHandler
    DecisionPage handle(FindDecisions query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST);
        }
        check("channel", query.channel(), ClosedWords.CHANNELS);
        check("reason", query.reason(), ClosedWords.KINDS);
        var cursor = query.cursor().map(DecisionCursor::parse).orElse(DecisionCursor.NEWEST);
        var found = scan(query, cursor, query.limit() + 1);
        var more = found.size() > query.limit();
        if (more) {
            found.remove(found.size() - 1);
        }
        if (!cursor.older()) {
            Collections.reverse(found);
        }
        return page(cursor, found, more);
    }

    private static void check(String field, Optional<String> label, ClosedWords<?> words) {
        if (label.isPresent() && words.labelled(label.get()).isEmpty()) {
            throw new AccessRuleViolated(Rule.INVALID, field, "must be one of " + String.join(", ", words.labels()));
        }
    }

    private List<DecisionRecord> scan(FindDecisions query, DecisionCursor cursor, int max) {
        var found = new ArrayList<DecisionRecord>();
        var head = records.head();
        var step = cursor.older() ? -1 : 1;
        var next = cursor.older() ? Math.min(cursor.sequence() - 1, head) : cursor.sequence() + 1;
        while (next >= 1 && next <= head && found.size() < max) {
            var from = next;
            var stretch = LongStream.range(0, STRETCH)
                    .map(i -> from + step * i)
                    .boxed()
                    .toList();
            var stored = new ArrayList<>(records.at(stretch));
            if (cursor.older()) {
                Collections.reverse(stored);
            }
            stored.stream()
                    .map(records::open)
                    .filter(DecisionRecord.class::isInstance)
                    .map(DecisionRecord.class::cast)
                    .filter(record -> matches(query, record))
                    .limit(max - found.size())
                    .forEach(found::add);
            next += step * STRETCH;
        }
        return found;
    }

    private static boolean matches(FindDecisions query, DecisionRecord record) {
        return is(query.subject(), record.subject().id())
                && is(query.requester(), record.provenance().requester().id())
                && is(query.action(), record.action().name())
                && is(query.resourceType(), record.resource().type())
                && is(query.resource(), record.resource().id())
                && is(query.allowed(), record.allowed())
                && is(query.channel(), record.provenance().channel().label())
                && query.reason()
                        .map(kind -> record.reasons().stream()
                                .anyMatch(reason -> reason.kind().label().equals(kind)))
                        .orElse(true)
                && query.from().map(from -> !record.at().isBefore(from)).orElse(true)
                && query.to().map(to -> record.at().isBefore(to)).orElse(true);
    }

    private static <T> boolean is(Optional<T> wanted, T value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    private DecisionPage page(DecisionCursor cursor, List<DecisionRecord> found, boolean more) {
        var first = found.isEmpty() ? beyond(cursor) : found.get(0).sequence();
        var last =
                found.isEmpty() ? beyond(cursor) : found.get(found.size() - 1).sequence();
        var hasOlder = cursor.older() ? more : true;
        var hasNewer = cursor.older() ? !cursor.equals(DecisionCursor.NEWEST) : more;
        return new DecisionPage(
                List.copyOf(found),
                link(hasOlder, new DecisionCursor(true, last)),
                link(hasNewer, new DecisionCursor(false, first)));
    }

    /** A page without records leads back across its cursor, to the record that it was made at. */
    private static long beyond(DecisionCursor cursor) {
        return cursor.older() ? cursor.sequence() - 1 : cursor.sequence() + 1;
    }

    private static Optional<String> link(boolean exists, DecisionCursor cursor) {
        return exists ? Optional.of(cursor.text()) : Optional.empty();
    }
}
