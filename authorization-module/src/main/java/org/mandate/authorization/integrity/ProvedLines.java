package org.mandate.authorization.integrity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Adds to the lines of an export what proves them: the head on the first, a tile's hashes and path on the tile's first. */
final class ProvedLines implements ExportLines {

    private final TreeStore store;
    private final SigningKeys keys;
    private final TreeGrowth growth;
    private final Clock clock;

    ProvedLines(TreeStore store, SigningKeys keys, TreeGrowth growth, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.growth = growth;
        this.clock = clock;
    }

    @Override
    public Optional<Lines> whole(long first, long last) {
        var sound = first <= last && store.await(last) && growth.contradiction().isEmpty();
        return sound ? Optional.of(proved(first, last)) : Optional.empty();
    }

    private Lines proved(long first, long last) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        var head = keys.current().sign(last, store.tree().root(last), at);
        var writer = new LineWriter();
        return (entry, out) -> {
            var sequence = entry.sequence();
            var begins = sequence == first || (sequence - 1) % Tile.WIDTH == 0;
            var proof = begins
                    ? Optional.of(proof(sequence, last, Optional.of(head).filter(any -> sequence == first)))
                    : Optional.<TileProof>empty();
            writer.write(entry, proof).writeTo(out);
            out.write('\n');
        };
    }

    private TileProof proof(long sequence, long last, Optional<TreeHead> head) {
        var number = (sequence - 1) / Tile.WIDTH;
        var leaves = store.tile(new TileId(0, number)).first((int) Math.min(Tile.WIDTH, last - number * Tile.WIDTH));
        return new TileProof(leaves, store.tree().inclusion(Tile.HEIGHT, number, last), head);
    }

    @Override
    public Lines chosen() {
        var writer = new LineWriter();
        return (entry, out) -> {
            writer.write(entry, Optional.empty()).writeTo(out);
            out.write('\n');
        };
    }
}
