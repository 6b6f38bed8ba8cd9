package org.mandate.authorization.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the journal is run.
 * @param mode the durability that is promised before an answer leaves: {@code strict} or {@code bounded}
 * @param patience how long after it was judged a decision may take to become durable
 * @param capacity how much memory what waits to be written may take
 */
@ConfigurationProperties("mandate.journal")
record JournalSettings(
        @DefaultValue(STRICT) String mode,
        @DefaultValue("300ms") Duration patience,
        @DefaultValue("16MB") DataSize capacity) {

    static final String STRICT = "strict";
    static final String BOUNDED = "bounded";

    private static final Duration LONGEST = Duration.ofSeconds(5);

    JournalSettings {
        if (!mode.equals(STRICT) && !mode.equals(BOUNDED)) {
            throw new IllegalStateException(
                    "`mandate.journal.mode` is `" + mode + "`; set it to `strict` or `bounded`");
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("`mandate.journal.patience` must be above 0 and at most 5s");
        }
        if (capacity.toBytes() < 1) {
            throw new IllegalStateException("`mandate.journal.capacity` must be at least 1B");
        }
    }

    /** No answer leaves before its record is durable. */
    boolean strict() {
        return mode.equals(STRICT);
    }
}
