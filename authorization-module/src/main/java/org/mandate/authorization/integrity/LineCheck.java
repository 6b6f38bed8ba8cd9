package org.mandate.authorization.integrity;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.TreeSet;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.PersonalSeal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks one line of an export by itself: the canonical bytes are made again from its public members and its sealed parts,
 * the parts are opened, and the record that comes out, written anew, must be the line. So every member is covered, and none
 * can be missing or too many. For one thread.
 */
final class LineCheck {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final LineReader reader = new LineReader();
    private final LineWriter writer = new LineWriter();

    CheckedLine check(byte[] bytes, int from, int to) {
        var id = Optional.<String>empty();
        var sequence = 0L;
        try {
            var line = reader.read(bytes, from, to);
            id = Optional.of(line.id).filter(text -> !text.isEmpty());
            sequence = line.sequence;
            var entry = line.entry();
            microseconds(entry);
            var leafHash = Hashes.leaf(CanonicalForm.write(entry));
            var opened = entry instanceof DecisionRecord decision ? PersonalSeal.open(decision) : entry;
            var expected = writer.write(opened, line.proof());
            var fault = expected.equalTo(bytes, from, to)
                    ? Optional.<String>empty()
                    : difference(expected.toByteArray(), bytes, from, to);
            return new CheckedLine(id, sequence, leafHash, line.proof(), fault);
        } catch (RuntimeException e) {
            // Whatever goes wrong with a line is a fault of the line.
            var fault = String.valueOf(e.getMessage());
            return new CheckedLine(id, sequence, null, Optional.empty(), Optional.of(fault));
        }
    }

    /** Finer times are not recorded, so one would go unnoticed. */
    private static void microseconds(JournalEntry entry) {
        var finer = isFiner(entry.at());
        if (entry instanceof LostDecisions lost) {
            finer |= isFiner(lost.from()) || isFiner(lost.to());
        }
        if (finer) {
            throw new UnreadableLine("an instant in it is finer than any that is recorded");
        }
    }

    private static boolean isFiner(Instant instant) {
        return instant.get(ChronoField.NANO_OF_SECOND) % 1000 != 0;
    }

    /** The same members in another order or spacing are the same line. */
    private static Optional<String> difference(byte[] expected, byte[] bytes, int from, int to) {
        try {
            JsonNode should = STRICT.readTree(expected);
            JsonNode is = STRICT.readTree(bytes, from, to - from);
            var names = new TreeSet<>(should.propertyNames());
            names.addAll(is.propertyNames());
            return names.stream()
                    .filter(name -> !should.path(name).equals(is.path(name)))
                    .findFirst()
                    .map(name -> fault(name, should.has(name), is.has(name)));
        } catch (JacksonException e) {
            return Optional.of("it is not JSON as an export has it");
        }
    }

    private static String fault(String name, boolean should, boolean is) {
        if (!should) {
            return "`" + name + "` was added to it";
        }
        return is ? "`" + name + "` was changed" : "`" + name + "` was removed from it";
    }
}
