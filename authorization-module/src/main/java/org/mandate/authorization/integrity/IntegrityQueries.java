package org.mandate.authorization.integrity;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Stored;

/** Answers auditors with heads and proofs, all against the newest signed head. */
final class IntegrityQueries {

    /** A record that was just answered is in the tree a moment later. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);

    private final JournalRecords records;
    private final TreeStore store;
    private final Function<String, Optional<Stored>> held;

    /** @param held the record of an id, as long as it is held */
    IntegrityQueries(JournalRecords records, TreeStore store, Function<String, Optional<Stored>> held) {
        this.records = records;
        this.store = store;
        this.held = held;
    }

    @QueryHandler
    Optional<TreeHead> handle(FindTreeHead query) {
        return reaching(0);
    }

    @QueryHandler
    Inclusion handle(FindInclusion query) {
        return held.apply(query.id())
                .map(stored -> reaching(stored.sequence())
                        .map(head -> proof(stored, head))
                        .orElse(Inclusion.BEHIND))
                .orElse(Inclusion.UNKNOWN);
    }

    private Inclusion proof(Stored stored, TreeHead head) {
        var index = stored.sequence() - 1;
        var input = stored.canonical();
        return new Inclusion(
                true,
                Optional.of(new Inclusion.Proof(
                        index,
                        head.size(),
                        base64(Hashes.leaf(input)),
                        base64(input),
                        base64(store.tree().inclusion(index, head.size())),
                        head.rootHash(),
                        head)));
    }

    @QueryHandler
    Consistency handle(FindConsistency query) {
        if (query.first() < 0) {
            throw new AccessRuleViolated(Rule.INVALID, "first", "must be 0 or more");
        }
        if (query.second() < query.first()) {
            throw new AccessRuleViolated(Rule.INVALID, "second", "must not be less than `first`");
        }
        var size = reaching(query.second())
                .or(store::newestHead)
                .map(TreeHead::size)
                .orElse(0L);
        if (query.second() > size) {
            throw new AccessRuleViolated(Rule.INVALID, "second", "must be at most " + size + ", the size of the tree");
        }
        return new Consistency(
                query.first(), query.second(), base64(store.tree().consistency(query.first(), query.second())));
    }

    /** The newest head, waited for until it covers so many records. */
    private Optional<TreeHead> reaching(long size) {
        var head = store.newestHead().filter(found -> found.size() >= size);
        var until = System.nanoTime() + PATIENCE.toNanos();
        // Nothing that does not exist is waited for.
        while (head.isEmpty() && size <= records.head() && System.nanoTime() < until) {
            LockSupport.parkNanos(this, MOMENT);
            head = store.newestHead().filter(found -> found.size() >= size);
        }
        return head;
    }

    private static List<String> base64(List<byte[]> path) {
        return path.stream().map(IntegrityQueries::base64).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
