package org.mandate.http.health;

import java.util.Set;
import org.mandate.authorization.journal.JournalStatus;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Names the journal's mode beside the overall status: whoever relies on the answers may know how they are recorded. */
@Component
class NamedMode implements StatusAggregator {
    private final StatusAggregator worst = StatusAggregator.getDefault();
    private final JournalStatus journal;

    NamedMode(JournalStatus journal) {
        this.journal = journal;
    }

    @Override
    public Status getAggregateStatus(Set<Status> statuses) {
        Status status = worst.getAggregateStatus(statuses);
        return new Status(status.getCode(), "journal mode: " + journal.mode());
    }
}
