package org.mandate.authorization.integrity;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.journal.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tree behind the journal: a few times a second it takes in what was committed, on whichever node, signs the new
 * head and writes it outside of the database. What it finds altered it says in health and log, and it builds nothing on it.
 */
final class TreeFollower implements IntegrityStatus, Rounds.Work {

    private static final Logger LOG = LoggerFactory.getLogger(TreeFollower.class);
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final TreeGrowth growth;
    private final HeadsFile file;
    private final Patrol patrol;
    private volatile long size;
    /** What this round goes up to; 0 between two. */
    private long goal;

    private volatile @Nullable String fault;
    private volatile @Nullable String unwritten;
    private volatile @Nullable String unread;

    TreeFollower(TreeGrowth growth, HeadsFile file, Patrol patrol) {
        this.growth = growth;
        this.file = file;
        this.patrol = patrol;
    }

    @Override
    public Duration round() {
        try {
            // What comes meanwhile waits for the next round: a signature costs as much as some hundred records.
            goal = goal == 0 ? growth.committed() : goal;
            if (!growth.covers(goal)) {
                growth.step().ifPresent(this::signed);
                return Duration.ZERO;
            }
            goal = 0;
            patrol.goOn();
            found(null);
            unread = null;
            return PACE;
        } catch (TreeFault e) {
            found(e.getMessage());
            patrolAfterFault();
            return AFTER_FAULT;
        } catch (UncheckedIOException e) {
            unreadable(e);
            return AFTER_FAULT;
        }
    }

    /** Nothing is signed that may contradict what cannot be read now. */
    private void unreadable(UncheckedIOException e) {
        if (unread == null) {
            LOG.error("the tree heads outside of the database cannot be read: nothing is signed until they can", e);
        }
        unread = String.valueOf(e.getMessage());
    }

    /** A tree that cannot grow is still guarded. */
    private void patrolAfterFault() {
        try {
            patrol.goOn();
        } catch (RuntimeException e) {
            LOG.debug("the patrol could not go on", e);
        }
    }

    private void signed(TreeHead head) {
        size = head.size();
        try {
            file.append(head);
            unwritten = null;
        } catch (RuntimeException e) {
            if (unwritten == null) {
                LOG.error("a tree head could not be kept outside of the database", e);
            }
            unwritten = String.valueOf(e.getMessage());
        }
    }

    private void found(@Nullable String altered) {
        if (altered != null && !altered.equals(fault)) {
            LOG.error("the journal was altered: {}", altered);
        }
        fault = altered;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<String> faults() {
        var faults = new ArrayList<String>();
        Optional.ofNullable(fault).ifPresent(faults::add);
        Optional.ofNullable(unwritten).ifPresent(faults::add);
        Optional.ofNullable(unread).ifPresent(faults::add);
        patrol.fault().filter(found -> !faults.contains(found)).ifPresent(faults::add);
        return faults;
    }
}
