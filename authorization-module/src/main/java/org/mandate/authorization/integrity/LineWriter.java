package org.mandate.authorization.integrity;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.mandate.authorization.journal.JournalEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes lines of an export, without their line feeds. For one thread; it uses its buffer again. */
final class LineWriter {

    private static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .build())
            .build()
            .writer()
            .withRootValueSeparator("");

    private final Buffer buffer = new Buffer();
    private final JsonGenerator out = WRITER.createGenerator(buffer);

    /** The bytes stay as they are until the next line is written. */
    Buffer write(JournalEntry entry, Optional<TileProof> proof) {
        buffer.reset();
        out.writeStartObject();
        RecordJson.writeMembers(entry, out);
        proof.ifPresent(found -> found.write(out));
        out.writeEndObject();
        out.flush();
        return buffer;
    }

    /** Bytes that can be compared without being copied. */
    static final class Buffer extends ByteArrayOutputStream {

        private Buffer() {
            super(4096);
        }

        boolean equalTo(byte[] bytes, int from, int to) {
            return Arrays.equals(buf, 0, count, bytes, from, to);
        }
    }
}
