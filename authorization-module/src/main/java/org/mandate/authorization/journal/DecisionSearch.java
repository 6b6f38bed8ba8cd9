package org.mandate.authorization.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mandate.authorization.event.DecisionMade;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One search of the journal as SQL. It always walks the sequence, along the index of one filter, so that a page costs the
 * same wherever it is.
 */
final class DecisionSearch {

    /** Records stand in the order of their commits; their instants may be out of step with it by at most this. */
    private static final Duration OUT_OF_STEP = Duration.ofSeconds(10);

    private static final String FIRST_SINCE =
            "select global_index from journal_decision where made_at >= ? order by made_at limit 1";
    private static final String LAST_BEFORE =
            "select global_index from journal_decision where made_at < ? order by made_at desc limit 1";

    private final JdbcClient jdbc;
    private final RowMapper<Row> rows;
    private final FindDecisions query;
    private final DecisionCursor cursor;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean impossible;

    DecisionSearch(JdbcClient jdbc, RowMapper<Row> rows, FindDecisions query, DecisionCursor cursor) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.query = query;
        this.cursor = cursor;
        both(cursor.older() ? "global_index < ?" : "global_index > ?", cursor.sequence());
        key("subject_id", query.subject());
        key("requester_id", query.requester());
        key("action", query.action());
        key("resource_type", query.resourceType());
        key("resource_id", query.resource());
        query.from().ifPresent(this::since);
        query.to().ifPresent(this::before);
    }

    /** The matching rows nearest to the cursor, nearest first. */
    List<Row> rows(int max) {
        if (impossible) {
            return List.of();
        }
        if (!Facets.concern(query)) {
            return select(branch(""), values, max);
        }
        var facets = matchingFacets();
        if (facets.isEmpty()) {
            return List.of();
        }
        return hasKey() ? rowsOfKey(facets, max) : rowsOfFacets(facets, max);
    }

    /** A key is selective enough: its index is walked, and the facets are looked at on the way. */
    private List<Row> rowsOfKey(List<Integer> facets, int max) {
        var list = facets.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return select(branch(" and facets in (" + list + ")"), values, max);
    }

    /** The head of each number's own stretch of the index, merged: as many short reads as there are numbers. */
    private List<Row> rowsOfFacets(List<Integer> facets, int max) {
        var all = new ArrayList<>();
        var branches = new ArrayList<String>();
        for (var number : facets) {
            branches.add("(" + branch(" and facets = ?") + order() + " limit ?)");
            all.addAll(values);
            all.add(number);
            all.add(max);
        }
        var union = String.join(" union all ", branches);
        return select("select global_index, payload from (" + union + ") as found", all, max);
    }

    private List<Integer> matchingFacets() {
        var matching = new ArrayList<Integer>();
        var next = nextFacets(-1);
        while (next.isPresent()) {
            if (Facets.match(next.get(), query)) {
                matching.add(next.get());
            }
            next = nextFacets(next.get());
        }
        return matching;
    }

    /** Steps from one number to the next through the index, without looking at the rows between. */
    private Optional<Integer> nextFacets(int after) {
        return jdbc.sql("select facets from journal_decision where facets > ? order by facets limit 1")
                .param(after)
                .query(Integer.class)
                .optional();
    }

    private List<Row> select(String sql, List<Object> bound, int max) {
        return jdbc.sql(sql + order() + " limit " + max)
                .params(bound)
                .query(rows)
                .list();
    }

    private String branch(String extra) {
        return "select global_index, payload from journal_decision where " + String.join(" and ", conditions) + extra;
    }

    private String order() {
        return cursor.older() ? " order by global_index desc" : " order by global_index";
    }

    private boolean hasKey() {
        return query.subject().isPresent()
                || query.requester().isPresent()
                || query.action().isPresent()
                || query.resource().isPresent();
    }

    private void key(String column, Optional<String> value) {
        value.ifPresent(given -> both(column + " = ?", SearchKey.of(given)));
    }

    private void since(Instant from) {
        both("made_at >= ?", DecisionStorageEngine.micros(from));
        bound(FIRST_SINCE, from.minus(OUT_OF_STEP), "global_index >= ?");
    }

    private void before(Instant to) {
        both("made_at < ?", DecisionStorageEngine.micros(to));
        bound(LAST_BEFORE, to.plus(OUT_OF_STEP), "global_index <= ?");
    }

    private void bound(String sql, Instant instant, String condition) {
        var sequence = jdbc.sql(sql)
                .param(DecisionStorageEngine.micros(instant))
                .query(Long.class)
                .optional();
        sequence.ifPresentOrElse(found -> both(condition, found), () -> impossible = true);
    }

    private void both(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /** A record and its place. */
    record Row(long sequence, DecisionMade made) {}
}
