package org.mandate.authorization.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;

/**
 * Counts from what the index knows of each block: its tally where all of it falls into one bucket, its columns where a
 * bucket begins or ends within it. Only what is not indexed yet is counted from the records.
 */
final class StatisticsReading {

    private static final int CHUNK = 1024;

    private static final String BLOCKS = """
            select block, first_made_at, last_made_at, tally from journal_block
            where block between ? and ? and last_made_at >= ? and first_made_at < ?
            order by block
            """;

    private final JournalRecords records;
    private final IndexStore index;

    StatisticsReading(JournalRecords records, IndexStore index) {
        this.records = records;
        this.index = index;
    }

    Statistics count(Counting counting) {
        var retired = index.retired();
        var blocks = index.blocks();
        var byName = counting.by() == StatisticsBy.SUBJECT;
        var closer = new ArrayList<Long>();
        // Their ends are found by an index of times; asked for by times alone, H2 would read the whole table.
        index.blocksWithin(counting.times())
                .ifPresent(ends -> index.jdbc()
                        .sql(BLOCKS)
                        .params(
                                ends.first(),
                                Math.min(ends.last(), blocks - 1),
                                counting.times().from(),
                                counting.times().to())
                        .query(row -> {
                            var whole = counting.isOne(row.getLong(2), row.getLong(3))
                                    && Span.BLOCK.first(row.getLong(1)) > retired;
                            if (whole && !byName) {
                                addTally(counting, row.getLong(2), row.getBytes(4));
                            } else {
                                closer.add(row.getLong(1));
                            }
                        }));
        lookCloser(counting, closer, retired);
        countTail(counting, Math.max(retired, Span.BLOCK.last(blocks - 1)));
        return counting.result();
    }

    private static void addTally(Counting counting, long instant, byte[] tally) {
        var counts = new TreeMap<String, Long>();
        Tally.addTo(counts, counting.by(), tally);
        counts.forEach((key, count) -> counting.add(instant, key, count));
    }

    private void lookCloser(Counting counting, List<Long> blocks, long retired) {
        var names = counting.by() == StatisticsBy.SUBJECT;
        var sql = "select block, columns" + (names ? ", subjects" : "")
                + " from journal_block where block between ? and ? order by block";
        for (int from = 0, to; from < blocks.size(); from = to) {
            to = from + 1;
            while (to < blocks.size() && to - from < Span.BLOCKS && blocks.get(to) == blocks.get(to - 1) + 1) {
                to++;
            }
            index.jdbc().sql(sql).params(blocks.get(from), blocks.get(to - 1)).query(row -> {
                var gone = Math.max(0, retired + 1 - Span.BLOCK.first(row.getLong(1)));
                var columns = new Columns(row.getBytes(2), gone);
                if (names) {
                    columns.countSubjects(counting, row.getBytes(3));
                } else {
                    columns.count(counting);
                }
            });
        }
    }

    private void countTail(Counting counting, long after) {
        var position = after;
        var reached = position;
        do {
            position = reached;
            reached = records.read(position, CHUNK, stored -> count(counting, stored));
        } while (reached > position);
    }

    private static void count(Counting counting, Stored stored) {
        if (CanonicalForm.read(stored) instanceof DecisionRecord decision) {
            var instant = Times.micros(decision.at());
            switch (counting.by()) {
                case SUBJECT -> counting.add(instant, decision.subject().id(), 1);
                case ACTION -> counting.add(instant, decision.action().name(), 1);
                case DECISION, REASON ->
                    counting.by().keys(Facets.of(decision)).forEach(key -> counting.add(instant, key, 1));
            }
        }
    }
}
