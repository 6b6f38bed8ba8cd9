package org.mandate.authorization.integrity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A tree to which leaves are added; it remembers which of its tiles have changed. */
final class GrowingTree {

    private final Function<TileId, Tile> stored;
    private final Map<TileId, Tile> changed = new LinkedHashMap<>();
    private long size;

    GrowingTree(Function<TileId, Tile> stored) {
        this(stored, 0);
    }

    GrowingTree(Function<TileId, Tile> stored, long size) {
        this.stored = stored;
        this.size = size;
    }

    long size() {
        return size;
    }

    Map<TileId, Tile> changed() {
        return changed;
    }

    /** As it stands with what was added. */
    MerkleTree tree() {
        return new MerkleTree(new TiledNodes(this::tile));
    }

    void append(byte[] leafHash) {
        add(0, size, leafHash);
        size++;
    }

    private void add(int level, long index, byte[] hash) {
        var id = new TileId(level, index / Tile.WIDTH);
        var tile = changed.computeIfAbsent(id, stored);
        if (tile.count() != index % Tile.WIDTH) {
            throw new TreeFault("tile " + id.number() + " of level " + level + " has " + tile.count()
                    + " hashes where the tree says " + index % Tile.WIDTH);
        }
        tile.add(hash);
        if (tile.isFull()) {
            add(level + 1, id.number(), tile.root(0, Tile.HEIGHT));
        }
    }

    private Tile tile(TileId id) {
        var tile = changed.get(id);
        return tile == null ? stored.apply(id) : tile;
    }
}
