package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.audit.Candidates.Range;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;

/** Answers auditors from the journal, by its index. */
final class AuditQueries {

    private static final int MOST = 1000;

    private final JournalRecords records;
    private final IndexStore index;
    private final HeldRecords held;
    private final CommitBell bell;

    AuditQueries(JournalRecords records, IndexStore index, CommitBell bell) {
        this.records = records;
        this.index = index;
        this.held = new HeldRecords(records, index);
        this.bell = bell;
    }

    @QueryHandler
    Optional<JournalEntry> handle(FindDecision query) {
        return held.byId(query.id()).map(records::open);
    }

    @QueryHandler
    DecisionPage handle(FindDecisions query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST);
        }
        var filters = query.filters();
        filters.check();
        var cursor = query.cursor().map(DecisionCursor::parse).orElse(DecisionCursor.NEWEST);
        var found = nearest(filters, cursor, query.limit() + 1);
        var more = found.size() > query.limit();
        if (more) {
            found.remove(found.size() - 1);
        }
        if (!cursor.older()) {
            Collections.reverse(found);
        }
        return page(cursor, found, more);
    }

    private List<JournalEntry> nearest(DecisionFilters filters, DecisionCursor cursor, int max) {
        var first = index.retired() + 1;
        var head = records.head();
        var range = cursor.older()
                ? new Range(first, Math.min(head, cursor.sequence() - 1))
                : new Range(Math.max(first, cursor.sequence() + 1), head);
        var reading = new Reading(records, index, filters, range, cursor.older());
        var nearest = new ArrayList<JournalEntry>();
        while (nearest.size() < max) {
            var found = reading.next();
            if (found.isEmpty()) {
                break;
            }
            var wanted = Math.min(found.get().size(), max - nearest.size());
            nearest.addAll(records.reveal(found.get().subList(0, wanted)));
        }
        return nearest;
    }

    private static DecisionPage page(DecisionCursor cursor, List<JournalEntry> found, boolean more) {
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

    @QueryHandler
    Statistics handle(FindStatistics query) {
        return new StatisticsReading(records, index).count(new Counting(query));
    }

    @QueryHandler
    Distribution handle(FindDistribution query) {
        return new DistributionReading(records, index).count(query);
    }

    @QueryHandler
    Refusals handle(FindRefusals query) {
        return new RefusalsReading(records, index).count(query);
    }

    @QueryHandler
    GapPage handle(FindGaps query) {
        return new GapReading(records, index).find(query);
    }

    @QueryHandler
    DecisionExport handle(ExportDecisions query) {
        query.filters().check();
        return new DecisionExport(records, index, query.filters());
    }

    @QueryHandler
    DecisionFeed handle(FollowDecisions query) {
        query.filters().check();
        var head = records.head();
        var after = query.after().orElse(head);
        if (after > head) {
            throw new AccessRuleViolated(
                    Rule.INVALID,
                    "Last-Event-ID",
                    "must be a sequence that the journal has reached, `" + head + "` is");
        }
        if (query.after().isPresent() && after < index.retired()) {
            throw new AccessRuleViolated(
                    Rule.INVALID,
                    "Last-Event-ID",
                    "must not be before `" + index.retired() + "`: what lies there has been retired");
        }
        return new DecisionFeed(records, index, bell, query.filters(), after);
    }
}
