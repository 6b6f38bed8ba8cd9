package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long records are kept.
 * @param retention what is older is retired; null, the default, keeps everything
 */
@ConfigurationProperties("mandate.journal")
record RetentionSettings(@Nullable Duration retention) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    RetentionSettings {
        if (retention != null && (retention.isNegative() || retention.isZero())) {
            throw new IllegalStateException("`mandate.journal.retention` is `" + retention
                    + "`: set it to a time above 0, like `365d`, or leave it out");
        }
    }

    Optional<Duration> kept() {
        return Optional.ofNullable(retention);
    }

    /** How long to rest between two looks: short for the time that is set, and at least a second. */
    Duration pause() {
        var tenth = kept().map(time -> time.dividedBy(10)).orElse(LONGEST);
        return tenth.compareTo(SHORTEST) < 0 ? SHORTEST : tenth.compareTo(LONGEST) > 0 ? LONGEST : tenth;
    }
}
