package org.mandate.authorization.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the journal is run.
 * @param mode the durability that is promised before an answer leaves
 * @param patience how long one record may wait to become durable
 * @param capacity how much may wait to be written
 * @param capacityCount how many records may wait to be written
 */
@ConfigurationProperties("mandate.journal")
record JournalSettings(
        @DefaultValue("strict") String mode,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("16MB") DataSize capacity,
        @DefaultValue("10000") int capacityCount) {

    private static final String STRICT = "strict";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    JournalSettings {
        if (!mode.equals(STRICT)) {
            throw new IllegalStateException(
                    "`mandate.journal.mode` is `" + mode + "`, which is not supported; set it to `strict`");
        }
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("`mandate.journal.patience` must be above 0 and at most 5s");
        }
        if (capacity.toBytes() < 1 || capacityCount < 1) {
            throw new IllegalStateException(
                    "`mandate.journal.capacity` and `mandate.journal.capacity-count` must be at least 1");
        }
    }
}
