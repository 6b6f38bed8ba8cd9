package org.mandate.authorization.integrity;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The heads outside of the database, one a line, each synced: whoever sets the database back does not set them back.
 */
final class HeadsFile {

    private static final String NONE = "none";
    private static final int LONGEST_LINE = 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Optional<Path> file;

    HeadsFile(String place) {
        this.file = place.equals(NONE) ? Optional.empty() : Optional.of(Path.of(place));
    }

    Optional<Path> place() {
        return file;
    }

    synchronized void append(TreeHead head) {
        file.ifPresent(path -> write(path, JSON.writeValueAsString(head) + "\n"));
    }

    private static void write(Path path, String line) {
        try {
            var directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            try (var out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tree heads cannot be written to `" + path + "`", e);
        }
    }

    /** The last whole line; one that was cut short by a crash is passed over. */
    synchronized Optional<TreeHead> newest() {
        return file.filter(Files::exists).flatMap(HeadsFile::last);
    }

    private static Optional<TreeHead> last(Path path) {
        try (var in = new RandomAccessFile(path.toFile(), "r")) {
            var from = Math.max(0, in.length() - 4 * LONGEST_LINE);
            var tail = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(tail);
            var lines = new String(tail, StandardCharsets.UTF_8).split("\n", -1);
            for (var i = lines.length - 1; i >= 0; i--) {
                var head = parsed(lines[i]);
                if (head.isPresent()) {
                    return head;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the tree heads in `" + path + "` cannot be read", e);
        }
    }

    private static Optional<TreeHead> parsed(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(line, TreeHead.class));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        }
    }
}
