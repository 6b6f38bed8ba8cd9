package org.mandate.authorization.audit;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The index in the database. */
final class IndexStore {

    private static final String POSTINGS = """
            select span, postings from journal_posting
            where level = ? and bucket = ? and span between ? and ?
            """;
    private static final String OVERLAPPING = """
            select block from journal_block
            where block between ? and ? and last_made_at >= ? and first_made_at < ?
            """;
    private static final String ENDS = """
            select min(block) as first_block, max(block) as last_block from journal_block
            where last_made_at >= ? and first_made_at < ?
            """;
    private static final String GAPS = """
            select sequence from journal_gap where sequence > ? and sequence < ?
            order by sequence desc limit ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;

    IndexStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    <T> T transaction(Supplier<T> work) {
        var result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction of the index came to nothing");
        }
        return result;
    }

    /** How many blocks are indexed; all that lies before them is. */
    long blocks() {
        return jdbc.sql("select blocks from journal_index where id = 1")
                .query(Long.class)
                .single();
    }

    /** The same, and nobody else changes it until the transaction ends; empty where somebody else is at it. */
    OptionalLong claim() {
        var claimed = jdbc.sql("select blocks from journal_index where id = 1 for update skip locked")
                .query(Long.class)
                .optional();
        return claimed.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    void advance(long blocks) {
        jdbc.sql("update journal_index set blocks = ? where id = 1")
                .param(blocks)
                .update();
    }

    void write(Block block) {
        jdbc.sql("""
                insert into journal_block (block, first_made_at, last_made_at, tally, columns, subjects)
                values (?, ?, ?, ?, ?, ?)
                """)
                .param(block.number())
                .param(block.firstMadeAt())
                .param(block.lastMadeAt())
                .param(block.tally())
                .param(block.columns())
                .param(block.subjects())
                .update();
        for (var gap : block.gaps()) {
            jdbc.sql("insert into journal_gap (sequence) values (?)").param(gap).update();
        }
        write(Span.BLOCK, block.number(), Postings.encode(Span.BLOCK, block.pairs()));
    }

    void write(Span span, long number, byte[][] rows) {
        var values = new ArrayList<Object[]>(rows.length);
        for (var bucket = 0; bucket < rows.length; bucket++) {
            values.add(new Object[] {span.level(), bucket, number, rows[bucket]});
        }
        batches.batchUpdate("insert into journal_posting (level, bucket, span, postings) values (?, ?, ?, ?)", values);
    }

    /** The rows of a bucket by the numbers of their spans, the ends inclusive. */
    Map<Long, byte[]> postings(Span span, int bucket, long from, long to) {
        var rows = new HashMap<Long, byte[]>();
        jdbc.sql(POSTINGS).params(span.level(), bucket, from, to).query(row -> {
            rows.put(row.getLong(1), row.getBytes(2));
        });
        return rows;
    }

    void deletePostings(Span span, long from, long to) {
        jdbc.sql("delete from journal_posting where level = ? and span between ? and ?")
                .params(span.level(), from, to)
                .update();
    }

    /** Which of these blocks hold an instant in that time, numbered from the first asked for. */
    BitSet blocksWithin(Times times, long from, long to) {
        var blocks = new BitSet();
        jdbc.sql(OVERLAPPING).params(from, to, times.from(), times.to()).query(row -> {
            blocks.set((int) (row.getLong(1) - from));
        });
        return blocks;
    }

    /** The sequences of gaps in indexed blocks between the two, the newest first. */
    List<Long> gaps(long after, long before, int most) {
        return jdbc.sql(GAPS).params(after, before, most).query(Long.class).list();
    }

    /** The first and the last block that may hold a record of that time. */
    Optional<Ends> blocksWithin(Times times) {
        return jdbc.sql(ENDS)
                .params(times.from(), times.to())
                .query((row, n) -> row.getObject(1) == null
                        ? Optional.<Ends>empty()
                        : Optional.of(new Ends(row.getLong(1), row.getLong(2))))
                .single();
    }

    /** Two blocks, and those between them. */
    record Ends(long first, long last) {}

    /** The last sequence that retention has taken away; 0 when it has taken none. */
    long retired() {
        return jdbc.sql("select coalesce(max(last_sequence), 0) from journal_retired")
                .query(Long.class)
                .single();
    }

    /** The instant of the newest record that may be gone, in microseconds; empty when none is. */
    OptionalLong retiredUntil() {
        return jdbc.sql("select max(last_made_at) from journal_retired having max(last_made_at) is not null")
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The first block that holds an instant not before that one. */
    OptionalLong firstBlockSince(long micros) {
        return jdbc.sql("select block from journal_block where last_made_at >= ? order by block limit 1")
                .param(micros)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Write down that records are gone, and forget what the index has of those blocks and segments that are gone whole. */
    void retire(long first, long last, long at) {
        var until = jdbc.sql("select max(last_made_at) from journal_block where block <= ?")
                .param(Span.BLOCK.of(last))
                .query(Long.class)
                .single();
        jdbc.sql("insert into journal_retired (first_sequence, last_sequence, last_made_at, at) values (?, ?, ?, ?)")
                .params(first, last, until, at)
                .update();
        jdbc.sql("delete from journal_gap where sequence <= ?").param(last).update();
        jdbc.sql("delete from journal_block where block < ?")
                .param(Span.BLOCK.of(last + 1))
                .update();
        for (var span : Span.values()) {
            deletePostings(span, 0, span.of(last + 1) - 1);
        }
    }

    boolean isPostgres() {
        return Boolean.TRUE.equals(batches.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    List<Long> blockNumbers() {
        return jdbc.sql("select block from journal_block order by block")
                .query(Long.class)
                .list();
    }
}
