package org.mandate.authorization.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.Usernames;
import org.mandate.content.event.PostEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules that span streams: what is referred to exists, inheritance has no cycle, an administrator remains. They are asked
 * inside the appending transaction, with the head of the history locked, on the facts at exactly that head; so what they find
 * true is still true when the events are committed, whoever else writes, and no path round them exists.
 */
public final class AccessRules {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FactsReader facts;
    private final Usernames usernames;

    AccessRules(FactsReader facts, Usernames usernames) {
        this.facts = facts;
        this.usernames = usernames;
    }

    /** An event about to be appended. */
    public record Staged(Object event, Instant at) {}

    /**
     * Judge events before they are appended after {@code head}. Several calls in one transaction see one another's events.
     * @throws AccessRuleViolated when a rule refuses them
     * @throws FactsBehind when the facts of this node could not be brought to the head in time
     */
    public void check(List<Staged> staged, long head) {
        Trial trial = (Trial) TransactionSynchronizationManager.getResource(this);
        if (trial == null) {
            if (staged.stream().allMatch(one -> one.event() instanceof PostEvent)) {
                return;
            }
            trial = begin(head);
        }
        trial.take(staged, head);
    }

    /** The facts of this node could not be brought to the head of the history; the change may be tried again. */
    public static final class FactsBehind extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FactsBehind(String message) {
            super(message);
        }
    }

    private Trial begin(long head) {
        if (!facts.await(head, PATIENCE)) {
            throw new FactsBehind("the facts did not reach position " + head + " in time: " + facts.describe());
        }
        FactBase base = facts.base();
        Trial trial = new Trial(base.layer(), base.at(head), usernames);
        TransactionSynchronizationManager.bindResource(this, trial);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                trial.conclude();
            }

            @Override
            public void afterCompletion(int outcome) {
                TransactionSynchronizationManager.unbindResource(AccessRules.this);
            }
        });
        return trial;
    }
}
