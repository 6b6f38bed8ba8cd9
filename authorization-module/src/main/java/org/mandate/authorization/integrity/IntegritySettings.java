package org.mandate.authorization.integrity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the journal's integrity is kept.
 * @param headsFile where signed heads are written outside of the database; {@code none} for nowhere
 */
@ConfigurationProperties("mandate.journal")
record IntegritySettings(
        @DefaultValue("./data/tree-heads.ndjson") String headsFile) {}
