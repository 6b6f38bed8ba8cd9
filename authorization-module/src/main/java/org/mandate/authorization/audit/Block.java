package org.mandate.authorization.audit;

import java.util.List;

/**
 * A complete block as it is indexed.
 * @param tally how many records of each decision, action and kind of reason
 * @param columns instant and facets of each record
 * @param subjects the subject of each record
 * @param pairs the postings, in order
 * @param gaps the sequences of the records that are no decisions
 */
@SuppressWarnings("ArrayRecordComponent")
record Block(
        long number,
        long firstMadeAt,
        long lastMadeAt,
        byte[] tally,
        byte[] columns,
        byte[] subjects,
        long[] pairs,
        List<Long> gaps) {}
