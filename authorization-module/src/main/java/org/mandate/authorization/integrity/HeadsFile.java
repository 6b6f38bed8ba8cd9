package org.mandate.authorization.integrity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The heads outside of the database, one a line, each synced: whoever sets the database back does not set them back.
 */
final class HeadsFile {

    private static final String NONE = "none";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Optional<Path> file;
    private long read;

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

    /**
     * What is to be compared of the heads that the file has got since this was last asked: the largest, and each that a
     * smaller one follows on. Those between two such heads are covered by them.
     */
    synchronized List<TreeHead> unread() {
        return file.filter(Files::exists).map(this::unread).orElse(List.of());
    }

    private List<TreeHead> unread(Path path) {
        try (var in = FileChannel.open(path, StandardOpenOption.READ)) {
            // A file that has become shorter is another one.
            read = in.size() < read ? 0 : read;
            var peaks = new HeadPeaks();
            if (in.size() > read) {
                take(in.position(read), peaks);
            }
            return peaks.heads();
        } catch (IOException e) {
            throw new UncheckedIOException("the tree heads in `" + path + "` cannot be read", e);
        }
    }

    /** One byte is one character here, so that the end of the last whole line is known. */
    private void take(FileChannel in, HeadPeaks peaks) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(Channels.newInputStream(in), StandardCharsets.ISO_8859_1));
        var size = in.size();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            peaks.take(line);
            if (read + line.length() < size) {
                read += line.length() + 1;
            }
        }
    }
}
