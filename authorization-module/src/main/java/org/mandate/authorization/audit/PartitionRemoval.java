package org.mandate.authorization.audit;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops whole partitions. Records stand in the order of their commits and partitions in that of their instants, so a few
 * records beside the border of two are deleted with the older one: what is retired has no holes.
 */
final class PartitionRemoval implements RecordRemoval {

    private static final Pattern UPPER = Pattern.compile("TO \\('?(-?[0-9]+)'?\\)");

    private static final String PARTITIONS = """
            select c.relname, pg_get_expr(c.relpartbound, c.oid)
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'journal_record'::regclass
            """;

    /** Whoever writes waits behind the one who waits to drop, so that one gives up soon and comes again later. */
    private static final String LIMIT = "set local lock_timeout = '200ms'";

    private final JdbcClient jdbc;

    PartitionRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Partition(String name, long end) {}

    @Override
    public long remove(long after, long upTo, long cutoff) {
        var last = after;
        jdbc.sql(LIMIT).update();
        for (var partition : partitionsBefore(cutoff)) {
            var newest = newest(partition);
            if (newest > upTo) {
                break;
            }
            jdbc.sql("drop table " + partition.name()).update();
            last = Math.max(last, newest);
        }
        if (last > after) {
            jdbc.sql("delete from journal_record where sequence <= ?")
                    .param(last)
                    .update();
        }
        return last;
    }

    private List<Partition> partitionsBefore(long cutoff) {
        return jdbc
                .sql(PARTITIONS)
                .query((row, n) -> new Partition(row.getString(1), end(row.getString(2))))
                .list()
                .stream()
                .filter(partition -> partition.end() <= cutoff)
                .sorted(Comparator.comparingLong(Partition::end))
                .toList();
    }

    /** What is in no month stays: it has no end. */
    private static long end(String bound) {
        var upper = UPPER.matcher(bound);
        return upper.find() ? Long.parseLong(upper.group(1)) : Long.MAX_VALUE;
    }

    private long newest(Partition partition) {
        return jdbc.sql("select coalesce(max(sequence), 0) from " + partition.name())
                .query(Long.class)
                .single();
    }
}
