package org.mandate.authorization.integrity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What an export says beside its records, once for each tile: the hashes that its records must have, and the path that shows
 * these to be in the signed tree.
 * @param leaves the leaf hashes of the tile
 * @param head the signed head, on the export's first line
 */
record TileProof(Tile leaves, List<byte[]> path, Optional<TreeHead> head) {

    static final String NAME = "proof";

    private static final String LEAVES = "leaves";
    private static final String PATH = "path";
    private static final String HEAD = "head";

    /** The root of the whole tree that the tile leads to. */
    Optional<byte[]> root(long tile, long size) {
        var frontier = new Frontier();
        for (var i = 0; i < leaves.count(); i++) {
            frontier.append(leaves.hash(i));
        }
        return ProofCheck.rootOf(tile, (size + Tile.WIDTH - 1) / Tile.WIDTH, frontier.root(), path);
    }

    void write(JsonGenerator out) {
        out.writeName(NAME);
        out.writeStartObject();
        out.writeName(LEAVES);
        out.writeBinary(leaves.bytes());
        out.writeName(PATH);
        out.writeBinary(joined(path));
        head.ifPresent(signed -> write(signed, out));
        out.writeEndObject();
    }

    private static void write(TreeHead head, JsonGenerator out) {
        out.writeName(HEAD);
        out.writeStartObject();
        out.writeNumberProperty("size", head.size());
        out.writeStringProperty("rootHash", head.rootHash());
        out.writeStringProperty("at", head.at());
        out.writeStringProperty("signature", head.signature());
        out.writeStringProperty("keyId", head.keyId());
        out.writeEndObject();
    }

    static TileProof read(JsonParser in) {
        ExportedLine.begin(in, JsonToken.START_OBJECT);
        var leaves = new byte[0];
        var path = new byte[0];
        var head = Optional.<TreeHead>empty();
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case LEAVES -> leaves = hashes(in);
                case PATH -> path = hashes(in);
                case HEAD -> head = Optional.of(head(in));
                default -> throw new UnreadableLine("`" + name + "` is unknown");
            }
        }
        return new TileProof(new Tile(leaves), split(path), head);
    }

    static TreeHead head(JsonParser in) {
        ExportedLine.begin(in, JsonToken.START_OBJECT);
        var size = 0L;
        var rootHash = "";
        var at = "";
        var signature = "";
        var keyId = "";
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "size" -> size = ExportedLine.number(in);
                case "rootHash" -> rootHash = ExportedLine.text(in);
                case "at" -> at = ExportedLine.text(in);
                case "signature" -> signature = ExportedLine.text(in);
                case "keyId" -> keyId = ExportedLine.text(in);
                default -> throw new UnreadableLine("`" + name + "` is unknown");
            }
        }
        return new TreeHead(size, rootHash, at, signature, keyId);
    }

    private static byte[] hashes(JsonParser in) {
        var bytes = Base64.getDecoder().decode(ExportedLine.text(in));
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
