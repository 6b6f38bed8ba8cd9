package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.DecisionMade;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers auditors from the journal itself. */
final class DecisionQueries {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final RowMapper<DecisionSearch.Row> rows;

    DecisionQueries(DecisionStore store) {
        this.jdbc = JdbcClient.create(store.dataSource());
        var serializer = store.serializer();
        this.rows = (row, number) -> new DecisionSearch.Row(row.getLong(1), serializer.read(row.getBytes(2)));
    }

    @QueryHandler
    Optional<DecisionRecord> handle(FindDecision query) {
        return jdbc.sql("select global_index, payload from journal_decision where event_identifier = ?")
                .param(SearchKey.of(query.id()))
                .query(rows)
                .optional()
                .map(this::record);
    }

    @QueryHandler
    DecisionPage handle(FindDecisions query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new AccessRuleViolated(Rule.INVALID, "limit", "must be 1 to " + MOST);
        }
        Facets.check(query);
        var cursor = query.cursor().map(DecisionCursor::parse).orElse(DecisionCursor.NEWEST);
        var found = new ArrayList<>(new DecisionSearch(jdbc, rows, query, cursor).rows(query.limit() + 1));
        var more = found.size() > query.limit();
        if (more) {
            found.remove(found.size() - 1);
        }
        if (!cursor.older()) {
            Collections.reverse(found);
        }
        return page(cursor, found, more);
    }

    private DecisionPage page(DecisionCursor cursor, List<DecisionSearch.Row> found, boolean more) {
        var first = found.isEmpty() ? beyond(cursor) : found.get(0).sequence();
        var last =
                found.isEmpty() ? beyond(cursor) : found.get(found.size() - 1).sequence();
        var hasOlder = cursor.older() ? more : true;
        var hasNewer = cursor.older() ? !cursor.equals(DecisionCursor.NEWEST) : more;
        return new DecisionPage(
                found.stream().map(this::record).toList(),
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

    private DecisionRecord record(DecisionSearch.Row row) {
        var made = row.made();
        return new DecisionRecord(
                made.id(),
                made.at(),
                made.position(),
                row.sequence(),
                provenance(made),
                new SubjectId(made.subjectType(), made.subjectId()),
                made.subjectProperties(),
                new Action(made.action(), made.actionProperties()),
                new Resource(made.resourceType(), made.resourceId(), made.resourceProperties()),
                made.context(),
                made.requirement(),
                made.allowed(),
                made.reasons().stream()
                        .map(reason -> new Reason(Facets.kind(reason.kind()), reason.name(), reason.detail()))
                        .toList(),
                optional(made.scopes()),
                optional(made.decisionIp()),
                made.mode(),
                made.engine());
    }

    private static Provenance provenance(DecisionMade made) {
        return new Provenance(
                new SubjectId(made.requesterType(), made.requesterId()),
                optional(made.ip()),
                optional(made.userAgent()),
                made.requestId(),
                Facets.channel(made.channel()));
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
