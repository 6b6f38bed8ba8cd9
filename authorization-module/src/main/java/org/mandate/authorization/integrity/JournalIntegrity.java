package org.mandate.authorization.integrity;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.authorization.audit.RetentionHold;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts that keep the journal's integrity, put together. */
final class JournalIntegrity {

    private final JournalRecords records;
    private final TreeStore store;
    private final SigningKeys keys;
    private final RetiredRecords retired;
    private final HeadsFile file;
    private final SignedBefore before;
    private final TreeGrowth growth;
    private final VerificationStore kept;
    private final Clock clock;

    JournalIntegrity(
            JournalRecords records,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SealingKey installation,
            String headsFile,
            Clock clock) {
        this.records = records;
        this.store = new TreeStore(jdbc);
        this.keys = new SigningKeys(jdbc, transaction, installation, clock);
        this.retired = new RetiredRecords(jdbc);
        this.file = new HeadsFile(headsFile);
        this.before = new SignedBefore(store, keys, file);
        this.growth = new TreeGrowth(records, store, keys, before, transaction, clock);
        this.kept = new VerificationStore(jdbc);
        this.clock = clock;
    }

    SigningKeys keys() {
        return keys;
    }

    TreeStore store() {
        return store;
    }

    TreeGrowth growth() {
        return growth;
    }

    IntegrityQueries queries(Function<String, Optional<Stored>> held) {
        return new IntegrityQueries(records, store, held);
    }

    Verifications verifications() {
        return new Verifications(this::walk, kept, clock);
    }

    ProvedLines lines() {
        return new ProvedLines(store, keys, growth, clock);
    }

    /** A record whose hash is not in the tree yet could never be proved again, so it stays. */
    RetentionHold hold() {
        return store::size;
    }

    /** Of all that is recorded now: what was just answered is in the tree a moment later. */
    JournalWalk walk() {
        before.read();
        if (!before.isContradicted()) {
            store.await(records.head());
        }
        return new JournalWalk(
                records,
                store,
                new SignedHeads(store, keys.own(), before.largest()),
                retired.range(),
                growth::contradiction);
    }

    Patrol patrol() {
        return new Patrol(records, store, retired, growth);
    }

    TreeFollower follower() {
        return new TreeFollower(growth, file, patrol());
    }
}
