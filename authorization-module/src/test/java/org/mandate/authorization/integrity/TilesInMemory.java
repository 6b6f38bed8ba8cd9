package org.mandate.authorization.integrity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiles kept in a map, grown as the follower grows the stored ones. */
final class TilesInMemory {

    private final Map<TileId, Tile> tiles = new HashMap<>();
    final GrowingTree tree = new GrowingTree(id -> tiles.computeIfAbsent(id, any -> Tile.empty()));

    static TilesInMemory of(List<byte[]> leafHashes) {
        var made = new TilesInMemory();
        leafHashes.forEach(made.tree::append);
        return made;
    }

    MerkleTree read() {
        return new MerkleTree(new TiledNodes(id -> tiles.getOrDefault(id, Tile.empty())));
    }

    TileProof proof(long number, long size, TreeHead head, boolean first) {
        var leaves = tiles.get(new TileId(0, number)).first((int) Math.min(Tile.WIDTH, size - number * Tile.WIDTH));
        return new TileProof(
                leaves, read().inclusion(Tile.HEIGHT, number, size), first ? Optional.of(head) : Optional.empty());
    }
}
