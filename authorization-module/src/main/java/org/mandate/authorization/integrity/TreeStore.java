package org.mandate.authorization.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree in the database. */
final class TreeStore {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long size() {
        return jdbc.sql("select size from journal_tree where id = 1")
                .query(Long.class)
                .single();
    }

    /** Whether it covers so many records, if need be after a moment. */
    boolean await(long wanted) {
        var until = System.nanoTime() + PATIENCE;
        while (size() < wanted && System.nanoTime() < until) {
            LockSupport.parkNanos(this, MOMENT);
        }
        return size() >= wanted;
    }

    /** Nobody else lets the tree grow, or makes a key, until the transaction ends. Answers the size. */
    static long lock(JdbcClient jdbc) {
        return jdbc.sql("select size from journal_tree where id = 1 for update")
                .query(Long.class)
                .single();
    }

    long lock() {
        return lock(jdbc);
    }

    Tile tile(TileId id) {
        return jdbc.sql("select hashes from journal_tile where level = ? and tile = ?")
                .params(id.level(), id.number())
                .query((row, n) -> new Tile(row.getBytes(1)))
                .optional()
                .orElseGet(Tile::empty);
    }

    /** The tree for one question: no tile is read twice. */
    MerkleTree tree() {
        var read = new HashMap<TileId, Tile>();
        return new MerkleTree(new TiledNodes(id -> read.computeIfAbsent(id, this::tile)));
    }

    void save(long size, Map<TileId, Tile> changed) {
        changed.forEach(this::save);
        jdbc.sql("update journal_tree set size = ? where id = 1").param(size).update();
    }

    private void save(TileId id, Tile tile) {
        var updated = jdbc.sql("update journal_tile set hashes = ? where level = ? and tile = ?")
                .params(tile.bytes(), id.level(), id.number())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into journal_tile (level, tile, hashes) values (?, ?, ?)")
                    .params(id.level(), id.number(), tile.bytes())
                    .update();
        }
    }

    void add(TreeHead head) {
        jdbc.sql("""
                        insert into journal_tree_head (size, root_hash, signed_at, signature, key_id)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(head.size(), head.rootHash(), head.at(), head.signature(), head.keyId())
                .update();
    }

    Optional<TreeHead> newestHead() {
        return jdbc.sql("""
                        select size, root_hash, signed_at, signature, key_id from journal_tree_head
                        order by size desc limit 1
                        """).query(TreeStore::head).optional();
    }

    /** The next heads by size. */
    List<TreeHead> headsAfter(long size, int max) {
        return jdbc.sql("""
                        select size, root_hash, signed_at, signature, key_id from journal_tree_head
                        where size > ? order by size limit ?
                        """).params(size, max).query(TreeStore::head).list();
    }

    private static TreeHead head(ResultSet row, int n) throws SQLException {
        return new TreeHead(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
