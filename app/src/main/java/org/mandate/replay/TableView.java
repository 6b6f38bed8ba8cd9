package org.mandate.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.mandate.store.HistoryTail;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A read model in the database. It is written in the transactions of the events, so what stands in it is what the history
 * comes to at the head, in every snapshot. A new one is built in a table beside; what differs is copied over in one
 * transaction under the head of the history.
 */
final class TableView implements View {

    private static final int NEAR = 500;

    private final Tables tables;
    private final Beside beside;
    private final HistoryTail history;
    private final Claim claim;
    private final TransactionTemplate transactions;

    TableView(Tables tables, Beside beside, HistoryTail history, Claim claim, TransactionTemplate transactions) {
        this.tables = tables;
        this.beside = beside;
        this.history = history;
        this.claim = claim;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return tables.name();
    }

    @Override
    public long position() {
        return beside.head();
    }

    @Override
    public boolean fit() {
        return true;
    }

    @Override
    public String state() {
        return "written with each event";
    }

    @Override
    public Comparison check(LongConsumer progress) {
        return claimed(progress, false);
    }

    @Override
    public Comparison rebuild(LongConsumer progress) {
        return claimed(progress, true);
    }

    @Override
    public void tidy() {
        if (claim.take()) {
            try {
                tables.clearBeside();
            } finally {
                claim.release();
            }
        }
    }

    private Comparison claimed(LongConsumer progress, boolean adopt) {
        if (!claim.take()) {
            throw new ReplayRefused(ReplayRefused.Reason.BUSY, "`" + name() + "` is being built on another node");
        }
        try {
            tables.clearBeside();
            return built(progress, adopt);
        } finally {
            tables.clearBeside();
            claim.release();
        }
    }

    private Comparison built(LongConsumer progress, boolean adopt) {
        long reached = 0;
        for (long target = beside.head(); reached == 0 || target - reached > NEAR; target = beside.head()) {
            reached = replay(reached, target, progress);
        }
        Tables.Snapshot live = tables.live(claim::keep);
        reached = replay(reached, live.position(), progress);
        String expected = tables.hashBeside(claim::keep);
        if (expected.equals(live.hash())) {
            return new Comparison(reached, expected, Optional.empty());
        }
        return judged(reached, tables.suspects(), progress, adopt);
    }

    private long replay(long after, long upTo, LongConsumer progress) {
        return beside.replay(after, upTo, position -> {
            claim.keep();
            progress.accept(position);
        });
    }

    /**
     * Both tables are of different moments until nobody writes: what seems to differ is looked at again then, and it alone,
     * so that writers wait for little.
     */
    private Comparison judged(long reached, List<String> suspects, LongConsumer progress, boolean adopt) {
        return transactions.execute(status -> {
            long head = history.lock();
            replay(reached, head, progress);
            List<String> differing = tables.differing(suspects);
            if (adopt) {
                tables.adopt(differing);
            }
            return new Comparison(
                    head,
                    tables.hashBeside(claim::keep),
                    differing.stream().sorted().findFirst().map(key -> "row `" + key + "` of " + differing.size()));
        });
    }
}
