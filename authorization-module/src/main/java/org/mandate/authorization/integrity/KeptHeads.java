package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Heads that an auditor kept: one as the server answered it, or one a line as in the file of heads. The more there are, the
 * nearer they name what differs.
 * @param heads the smallest first
 */
record KeptHeads(List<TreeHead> heads) {

    KeptHeads {
        heads = heads.stream()
                .distinct()
                .sorted(Comparator.comparingLong(TreeHead::size))
                .toList();
    }

    /** @throws UnreadableLine when it is something else */
    static KeptHeads read(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var onePerLine = lines.size() > 1 && lines.get(0).strip().endsWith("}");
        return new KeptHeads((onePerLine ? lines : List.of(text))
                .stream().map(KeptHeads::head).toList());
    }

    private static TreeHead head(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var in = new JsonReader(new KnownNames(List.of())).of(bytes, 0, bytes.length);
        var head = TileProof.head(in);
        in.end();
        return head;
    }

    Optional<TreeHead> largest() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.get(heads.size() - 1));
    }

    boolean areSignedBy(Iterable<PublicHalf> keys) {
        return heads.stream().allMatch(head -> head.isSignedBy(keys));
    }
}
