package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingsTest {

    private final Random random = new Random(4);

    @ParameterizedTest
    @EnumSource(Span.class)
    void findsEachValueWhetherRareOrFrequent(Span span) {
        var offsets = new HashMap<Integer, BitSet>();
        for (var value = 0; value < 500; value++) {
            offsets.put(random.nextInt(), some(span, 1 + random.nextInt(3)));
        }
        for (var share : new int[] {2, 7, 20, 100, 1000}) {
            offsets.put(random.nextInt(), some(span, span.size() / share));
        }
        offsets.put(0, all(span));
        offsets.put(-1, some(span, 1));

        var rows = Postings.encode(span, pairs(offsets));

        offsets.forEach((hash, expected) ->
                assertThat(Postings.find(span, hash, rows[span.bucket(hash)])).isEqualTo(expected));
        assertThat(Postings.find(span, 12345, rows[span.bucket(12345)])).isEqualTo(new BitSet());
    }

    @ParameterizedTest
    @EnumSource(Span.class)
    void decodesWhatItEncoded(Span span) {
        var offsets = new HashMap<Integer, BitSet>();
        for (var value = 0; value < 100; value++) {
            offsets.put(random.nextInt(), some(span, 1 + random.nextInt(span.size())));
        }
        var pairs = pairs(offsets);
        var rows = Postings.encode(span, pairs);

        var decoded = LongStream.builder();
        for (var bucket = 0; bucket < rows.length; bucket++) {
            Postings.decode(span, bucket, rows[bucket], decoded::add);
        }

        assertThat(decoded.build().toArray()).isEqualTo(pairs);
    }

    private static long[] pairs(Map<Integer, BitSet> offsets) {
        var pairs = offsets.entrySet().stream()
                .flatMapToLong(
                        entry -> entry.getValue().stream().mapToLong(offset -> Postings.pair(entry.getKey(), offset)))
                .toArray();
        Arrays.sort(pairs);
        return pairs;
    }

    private BitSet some(Span span, int number) {
        var some = new BitSet();
        random.ints(number, 0, span.size()).forEach(some::set);
        return some;
    }

    private static BitSet all(Span span) {
        var all = new BitSet();
        all.set(0, span.size());
        return all;
    }
}
