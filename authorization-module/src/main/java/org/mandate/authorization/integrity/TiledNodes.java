package org.mandate.authorization.integrity;

import java.util.function.Function;

/** The nodes of a tree that is kept in tiles. */
final class TiledNodes implements Nodes {

    private final Function<TileId, Tile> tiles;

    TiledNodes(Function<TileId, Tile> tiles) {
        this.tiles = tiles;
    }

    @Override
    public byte[] at(int height, long index) {
        var level = height / Tile.HEIGHT;
        var within = height % Tile.HEIGHT;
        var first = index << within;
        var tile = tiles.apply(new TileId(level, first / Tile.WIDTH));
        return tile.root((int) (first % Tile.WIDTH), within);
    }
}
