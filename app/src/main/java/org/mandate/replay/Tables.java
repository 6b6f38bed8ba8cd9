package org.mandate.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandate.config.TransactionLimits;
import org.mandate.identity.ReadModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The live table of a read model and the one beside it. */
final class Tables {

    private static final int PAGE = 5_000;
    private static final int CHUNK = 500;

    private final ReadModel model;
    private final JdbcClient jdbc;
    private final TransactionLimits limits;
    private final TransactionTemplate snapshots;

    Tables(ReadModel model, JdbcClient jdbc, TransactionLimits limits, PlatformTransactionManager transactions) {
        this.model = model;
        this.jdbc = jdbc;
        this.limits = limits;
        this.snapshots = new TransactionTemplate(transactions);
        // H2 sees all tables as of one moment at this level alone; on PostgreSQL a reader of it disturbs nobody.
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    /** What stands in the live table, and the position that it belongs to. */
    record Snapshot(long position, String hash) {}

    String name() {
        return model.name();
    }

    void clearBeside() {
        jdbc.sql("TRUNCATE TABLE " + model.beside()).update();
    }

    Snapshot live(Runnable beat) {
        return inSnapshot(() -> {
            long position = jdbc.sql("SELECT coalesce(max(position), 0) FROM history_event")
                    .query(Long.class)
                    .single();
            return new Snapshot(position, hash(model.table(), beat));
        });
    }

    String hashBeside(Runnable beat) {
        return hash(model.beside(), beat);
    }

    /** The keys of rows that are not the same in both tables. */
    List<String> suspects() {
        return inSnapshot(() -> {
            List<String> keys =
                    new ArrayList<>(jdbc.sql(sql("""
                            SELECT b.$key FROM $beside b
                            WHERE NOT EXISTS (SELECT 1 FROM $table l WHERE l.$key = b.$key AND $same)
                            """)).query(String.class).list());
            keys.addAll(jdbc.sql(sql("""
                            SELECT l.$key FROM $table l
                            WHERE NOT EXISTS (SELECT 1 FROM $beside b WHERE b.$key = l.$key)
                            """)).query(String.class).list());
            return keys;
        });
    }

    /** Those of these keys whose rows are not the same in both tables. */
    List<String> differing(List<String> keys) {
        List<String> differing = new ArrayList<>();
        for (List<String> chunk : chunks(keys)) {
            differing.addAll(
                    jdbc.sql(sql("""
                            SELECT b.$key FROM $beside b
                            WHERE b.$key IN (:keys)
                              AND NOT EXISTS (SELECT 1 FROM $table l WHERE l.$key = b.$key AND $same)
                            UNION
                            SELECT l.$key FROM $table l
                            WHERE l.$key IN (:keys)
                              AND NOT EXISTS (SELECT 1 FROM $beside b WHERE b.$key = l.$key)
                            """)).param("keys", chunk).query(String.class).list());
        }
        return differing;
    }

    /** Put the rows of these keys as they stand beside into the live table. */
    void adopt(List<String> keys) {
        for (List<String> chunk : chunks(keys)) {
            jdbc.sql(sql("DELETE FROM $table WHERE $key IN (:keys)"))
                    .param("keys", chunk)
                    .update();
            jdbc.sql(sql("INSERT INTO $table ($columns) SELECT $columns FROM $beside WHERE $key IN (:keys)"))
                    .param("keys", chunk)
                    .update();
        }
    }

    private <T> T inSnapshot(Supplier<T> work) {
        return snapshots.execute(status -> {
            limits.lift();
            return work.get();
        });
    }

    private String sql(String template) {
        return template.replace("$table", model.table())
                .replace("$beside", model.beside())
                .replace("$columns", String.join(", ", model.columns()))
                .replace("$same", same())
                .replace("$key", model.key());
    }

    private String same() {
        return model.columns().stream()
                .map(column -> "l." + column + " IS NOT DISTINCT FROM b." + column)
                .collect(Collectors.joining(" AND "));
    }

    private static List<List<String>> chunks(List<String> keys) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            chunks.add(keys.subList(from, Math.min(from + CHUNK, keys.size())));
        }
        return chunks;
    }

    /** The hashes of the rows, added up: no database sorts them as another does. */
    private String hash(String table, Runnable beat) {
        RowSum sum = new RowSum(model.columns().size());
        String page = sql("SELECT $columns FROM " + table + " WHERE $key > :after ORDER BY $key LIMIT " + PAGE);
        int rows = PAGE;
        while (rows == PAGE) {
            rows = jdbc.sql(page)
                    .param("after", sum.lastKey)
                    .query((row, n) -> sum.add(row))
                    .list()
                    .size();
            beat.run();
        }
        return sum.text();
    }

    private static final class RowSum {

        private final MessageDigest digest = sha256();
        private final long[] lanes = new long[4];
        private final int columns;
        private long count;
        private String lastKey = "";

        RowSum(int columns) {
            this.columns = columns;
        }

        long add(ResultSet row) throws SQLException {
            lastKey = row.getString(1);
            for (int column = 1; column <= columns; column++) {
                byte[] text = text(row.getObject(column)).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length));
                digest.update(text);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            for (int lane = 0; lane < lanes.length; lane++) {
                lanes[lane] += hash.getLong();
            }
            return ++count;
        }

        String text() {
            ByteBuffer all = ByteBuffer.allocate(Long.BYTES * (lanes.length + 1));
            for (long lane : lanes) {
                all.putLong(lane);
            }
            return HexFormat.of().formatHex(digest.digest(all.putLong(count).array()));
        }

        /** Drivers give times in different types and zones. */
        private static String text(@Nullable Object value) {
            if (value instanceof Timestamp time) {
                return time.toInstant().toString();
            }
            return value instanceof OffsetDateTime time ? time.toInstant().toString() : String.valueOf(value);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
