package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against the vectors that certificate transparency publishes, and against a tree that follows the text word by word. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves, roots and proofs of the reference implementations of RFC 6962 and RFC 9162. */
    private static final List<byte[]> LEAVES =
            hex("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<byte[]> ROOTS = hex(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> hex(String... texts) {
        return Stream.of(texts).map(HEX::parseHex).toList();
    }

    private static MerkleTree tree(List<byte[]> leaves) {
        return TilesInMemory.of(leaves.stream().map(Hashes::leaf).toList()).read();
    }

    @Test
    void hashesAsPublished() {
        assertThat(HEX.formatHex(tree(LEAVES).root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hashes.leaf("L123456".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(HEX.parseHex("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
        var frontier = new Frontier();
        for (var size = 1; size <= 8; size++) {
            frontier.append(Hashes.leaf(LEAVES.get(size - 1)));
            assertThat(tree(LEAVES).root(size)).isEqualTo(ROOTS.get(size - 1));
            assertThat(tree(LEAVES.subList(0, size)).root(size)).isEqualTo(ROOTS.get(size - 1));
            assertThat(frontier.root()).isEqualTo(ROOTS.get(size - 1));
            assertThat(NaiveTree.root(LEAVES.subList(0, size))).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void provesInclusionAsPublished() {
        inclusion(0, 1);
        inclusion(
                0,
                8,
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        inclusion(
                5,
                8,
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        inclusion(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        inclusion(
                1,
                5,
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    private static void inclusion(int index, int size, String... published) {
        var path = tree(LEAVES).inclusion(index, size);
        assertThat(path).usingElementComparator(java.util.Arrays::compare).isEqualTo(hex(published));
        var leaf = Hashes.leaf(LEAVES.get(index));
        assertThat(ProofCheck.inclusion(index, size, leaf, path, ROOTS.get(size - 1)))
                .isTrue();
    }

    @Test
    void provesConsistencyAsPublished() {
        consistency(1, 1);
        consistency(
                1,
                8,
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        consistency(
                6,
                8,
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        consistency(
                2,
                5,
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        consistency(
                6,
                7,
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    private static void consistency(int first, int second, String... published) {
        var path = tree(LEAVES).consistency(first, second);
        assertThat(path).usingElementComparator(java.util.Arrays::compare).isEqualTo(hex(published));
        assertThat(ProofCheck.consistency(first, second, ROOTS.get(first - 1), ROOTS.get(second - 1), path))
                .isTrue();
    }

    @Test
    void equalsTheNaiveTree() {
        var random = new Random(9162);
        for (var run = 0; run < 10_000; run++) {
            var leaves = leaves(random, 1 + random.nextInt(run % 50 == 0 ? 1200 : 40));
            var size = 1 + random.nextInt(leaves.size());
            var first = random.nextInt(size + 1);
            var index = random.nextInt(size);
            var tree = tree(leaves);
            var grown = leaves.subList(0, size);

            assertThat(tree.root(size)).isEqualTo(NaiveTree.root(grown));
            assertThat(tree.inclusion(index, size))
                    .usingElementComparator(java.util.Arrays::compare)
                    .isEqualTo(NaiveTree.path(index, grown));
            assertThat(tree.consistency(first, size))
                    .usingElementComparator(java.util.Arrays::compare)
                    .isEqualTo(NaiveTree.proof(first, grown));
            var firstRoot = NaiveTree.root(leaves.subList(0, first));
            assertThat(ProofCheck.consistency(first, size, firstRoot, tree.root(size), tree.consistency(first, size)))
                    .isTrue();
        }
    }

    @Test
    void takesATileForALeafOfATreeOfTiles() {
        var leaves = leaves(new Random(1), 1500);
        var tree = tree(leaves);
        for (var size : List.of(1, 200, 256, 257, 768, 1024, 1025, 1500)) {
            var tiles = (size + Tile.WIDTH - 1) / Tile.WIDTH;
            for (var tile = 0; tile < tiles; tile++) {
                var root = NaiveTree.root(leaves.subList(tile * Tile.WIDTH, Math.min(size, (tile + 1) * Tile.WIDTH)));
                var path = tree.inclusion(Tile.HEIGHT, tile, size);
                assertThat(ProofCheck.rootOf(tile, tiles, root, path))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(tree.root(size)));
            }
        }
    }

    @Test
    void refusesEveryChangeOfAnyByte() {
        var random = new Random(6962);
        for (var run = 0; run < 60; run++) {
            var leaves = leaves(random, 2 + random.nextInt(60));
            var size = leaves.size();
            var first = 1 + random.nextInt(size - 1);
            var index = random.nextInt(size);
            var tree = tree(leaves);
            var root = tree.root(size);
            var leaf = Hashes.leaf(leaves.get(index));
            var old = NaiveTree.root(leaves.subList(0, first));

            for (var changed : changes(tree.inclusion(index, size))) {
                assertThat(ProofCheck.inclusion(index, size, leaf, changed, root))
                        .isFalse();
            }
            for (var changed : changes(tree.consistency(first, size))) {
                assertThat(ProofCheck.consistency(first, size, old, root, changed))
                        .isFalse();
            }
            var path = tree.inclusion(index, size);
            assertThat(ProofCheck.inclusion(index ^ 1, size, leaf, path, root)).isFalse();
            assertThat(ProofCheck.inclusion(index, 2L * size, leaf, path, root)).isFalse();
            assertThat(ProofCheck.inclusion(size, size, leaf, path, root)).isFalse();
            assertThat(ProofCheck.consistency(first, size, root, old, tree.consistency(first, size)))
                    .isFalse();
        }
    }

    /** Each byte of each hash changed, a hash too few, one too many, a hash cut short. */
    private static List<List<byte[]>> changes(List<byte[]> path) {
        var changes = new ArrayList<List<byte[]>>();
        for (var i = 0; i < path.size(); i++) {
            for (var at = 0; at < Hashes.BYTES; at++) {
                var changed = path.get(i).clone();
                changed[at] ^= (byte) (1 << (at & 7));
                changes.add(replaced(path, i, changed));
            }
            changes.add(replaced(path, i, java.util.Arrays.copyOf(path.get(i), 31)));
        }
        if (!path.isEmpty()) {
            changes.add(path.subList(0, path.size() - 1));
            changes.add(path.subList(1, path.size()));
        }
        var longer = new ArrayList<>(path);
        longer.add(new byte[Hashes.BYTES]);
        changes.add(longer);
        return changes;
    }

    private static List<byte[]> replaced(List<byte[]> path, int at, byte[] hash) {
        var changed = new ArrayList<>(path);
        changed.set(at, hash);
        return changed;
    }

    @Test
    void refusesWhatNoTreeHas() {
        assertThatThrownBy(() -> tree(LEAVES).inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(LEAVES).consistency(9, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ProofCheck.consistency(2, 1, ROOTS.get(1), ROOTS.get(0), List.of()))
                .isFalse();
    }

    private static List<byte[]> leaves(Random random, int count) {
        return Stream.generate(() -> {
                    var leaf = new byte[random.nextInt(40)];
                    random.nextBytes(leaf);
                    return leaf;
                })
                .limit(count)
                .toList();
    }
}
