package org.mandate.authorization.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.point.Naming;
import org.mandate.authorization.reproduction.Jobs;
import org.mandate.authorization.reproduction.JournalWalk;
import org.springframework.stereotype.Component;

/** Finds the grants that nothing needed. */
@Component
class GrantUsage extends Jobs<UsageWork.Seen> {

    private final JournalWalk walk;
    private final PastFacts past;
    private final Branches branches;
    private final AccessState state;
    private final Naming naming;

    GrantUsage(JournalWalk walk, PastFacts past, Branches branches, AccessState state, Naming naming, Clock clock) {
        super("use-of-grants", clock);
        this.walk = walk;
        this.past = past;
        this.branches = branches;
        this.state = state;
        this.naming = naming;
    }

    @QueryHandler
    Optional<UnusedGrants> handle(FindUnusedGrants query) {
        Optional<Job<UsageWork.Seen>> known = query.walk().flatMap(this::find);
        if (known.isEmpty() && query.walk().isPresent()) {
            return Optional.empty();
        }
        Job<UsageWork.Seen> job = known.orElseGet(() ->
                start(new UsageWork(walk, past, new Needs(past, branches, naming), query.since(), this::unused), ""));
        requireSame(query.since(), job.seen().since());
        job.await(query.patience());
        // Looked at before the figures: what is over does not change any more.
        State end = job.state();
        UsageWork.Seen seen = job.seen();
        return Optional.of(new UnusedGrants(
                job.id(),
                seen.since(),
                end,
                job.progress(),
                seen.decisions(),
                seen.undecidable(),
                seen.position(),
                seen.items(),
                job.failure()));
    }

    private static void requireSame(Instant asked, Instant since) {
        if (!asked.equals(since)) {
            throw Vocabulary.invalid(
                    "since",
                    "the walk looks at decisions since " + since + "; say so, or leave `walk` out for another");
        }
    }

    private List<UnusedGrant> unused(Usage usage, long position) {
        Facts facts = past.at(position);
        List<UnusedGrant> unused = new ArrayList<>();
        for (SubjectId holder : state.holders()) {
            for (Assignment assignment : facts.assignments(holder)) {
                Grant grant = new Grant.Assigned(assignment.id());
                if (!usage.needs(grant)) {
                    unused.add(new UnusedGrant(
                            Optional.of(holder),
                            Optional.of(assignment),
                            assignment.role(),
                            Optional.empty(),
                            usage.others(grant)));
                }
            }
        }
        facts.roles().stream().sorted(Comparator.comparing(RoleFacts::name)).forEach(role -> {
            for (String permission : role.permissions().stream().sorted().toList()) {
                Grant grant = new Grant.Permitted(role.name(), permission);
                if (!usage.needs(grant)) {
                    unused.add(new UnusedGrant(
                            Optional.empty(),
                            Optional.empty(),
                            role.name(),
                            Optional.of(permission),
                            usage.others(grant)));
                }
            }
        });
        return List.copyOf(unused);
    }
}
