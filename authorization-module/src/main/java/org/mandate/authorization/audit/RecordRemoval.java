package org.mandate.authorization.audit;

/** How a database gets rid of the oldest records. */
interface RecordRemoval {

    /** The way of the database that the index is in. */
    static RecordRemoval on(IndexStore index) {
        return index.isPostgres() ? new PartitionRemoval(index.jdbc()) : new RangeRemoval(index.jdbc());
    }

    /**
     * Remove records from the beginning, as many as one transaction should.
     * @param after the last sequence that is gone already
     * @param upTo the last that may go; all up to it are older than the cutoff
     * @param cutoff in microseconds since the epoch
     * @return the last sequence that is gone now
     */
    long remove(long after, long upTo, long cutoff);
}
