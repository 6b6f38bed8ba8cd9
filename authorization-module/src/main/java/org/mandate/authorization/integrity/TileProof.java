package org.mandate.authorization.integrity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an export says beside its records, once for each tile: the hashes that its records must have, and the path that shows
 * these to be in the signed tree.
 * @param leaves the leaf hashes of the tile
 * @param head the signed head, on the export's first line
 */
record TileProof(Tile leaves, List<byte[]> path, Optional<TreeHead> head) {

    static final String NAME = "proof";

    private static final byte[] PROOF = JsonBytes.nameOf(NAME);
    private static final byte[] LEAVES = JsonBytes.nameOf("leaves");
    private static final byte[] PATH = JsonBytes.nameOf("path");
    private static final byte[] HEAD = JsonBytes.nameOf("head");
    private static final byte[] SIZE = JsonBytes.nameOf("size");
    private static final byte[] ROOT_HASH = JsonBytes.nameOf("rootHash");
    private static final byte[] AT = JsonBytes.nameOf("at");
    private static final byte[] SIGNATURE = JsonBytes.nameOf("signature");
    private static final byte[] KEY_ID = JsonBytes.nameOf("keyId");

    /** The root of the whole tree that the tile leads to. */
    Optional<byte[]> root(long tile, long size) {
        var frontier = new Frontier();
        for (var i = 0; i < leaves.count(); i++) {
            frontier.append(leaves.hash(i));
        }
        return ProofCheck.rootOf(tile, (size + Tile.WIDTH - 1) / Tile.WIDTH, frontier.root(), path);
    }

    void write(JsonBytes out) {
        out.name(PROOF);
        out.beginObject();
        out.name(LEAVES);
        out.binary(leaves.bytes());
        out.name(PATH);
        out.binary(joined(path));
        head.ifPresent(signed -> write(signed, out));
        out.endObject();
    }

    private static void write(TreeHead head, JsonBytes out) {
        out.name(HEAD);
        out.beginObject();
        out.name(SIZE);
        out.number(head.size());
        text(ROOT_HASH, head.rootHash(), out);
        text(AT, head.at(), out);
        text(SIGNATURE, head.signature(), out);
        text(KEY_ID, head.keyId(), out);
        out.endObject();
    }

    private static void text(byte[] name, String text, JsonBytes out) {
        out.name(name);
        out.text(text);
    }

    static TileProof read(JsonReader in) {
        in.beginObject(NAME);
        var leaves = new byte[0];
        var path = new byte[0];
        var head = Optional.<TreeHead>empty();
        for (var name = in.name(); name != null; name = in.name()) {
            switch (name) {
                case "leaves" -> leaves = hashes(in);
                case "path" -> path = hashes(in);
                case "head" -> head = Optional.of(head(in));
                default -> throw new UnreadableLine("`" + name + "` is unknown");
            }
        }
        return new TileProof(new Tile(leaves), split(path), head);
    }

    /** A head as {@code GET /audit/tree-head} answers it. */
    static TreeHead head(JsonReader in) {
        in.beginObject("head");
        var size = 0L;
        var rootHash = "";
        var at = "";
        var signature = "";
        var keyId = "";
        for (var name = in.name(); name != null; name = in.name()) {
            switch (name) {
                case "size" -> size = in.number(name);
                case "rootHash" -> rootHash = in.text(name);
                case "at" -> at = in.text(name);
                case "signature" -> signature = in.text(name);
                case "keyId" -> keyId = in.text(name);
                default -> throw new UnreadableLine("`" + name + "` is unknown");
            }
        }
        return new TreeHead(size, rootHash, at, signature, keyId);
    }

    private static byte[] hashes(JsonReader in) {
        var bytes = in.binary(NAME);
        if (bytes.length % Hashes.BYTES != 0) {
            throw new UnreadableLine("a hash in it is cut short");
        }
        return bytes;
    }

    private static byte[] joined(List<byte[]> hashes) {
        var joined = new byte[hashes.size() * Hashes.BYTES];
        for (var i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, joined, i * Hashes.BYTES, Hashes.BYTES);
        }
        return joined;
    }

    private static List<byte[]> split(byte[] joined) {
        var hashes = new ArrayList<byte[]>();
        for (var at = 0; at < joined.length; at += Hashes.BYTES) {
            hashes.add(Arrays.copyOfRange(joined, at, at + Hashes.BYTES));
        }
        return hashes;
    }
}
