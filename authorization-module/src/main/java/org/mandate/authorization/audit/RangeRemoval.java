package org.mandate.authorization.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes some thousands at a time, which a database in a file does within the time that its writer waits. */
final class RangeRemoval implements RecordRemoval {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    RangeRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long remove(long after, long upTo, long cutoff) {
        var last = Math.min(upTo, after + AT_ONCE);
        jdbc.sql("delete from journal_record where sequence between ? and ?")
                .params(after + 1, last)
                .update();
        return last;
    }
}
