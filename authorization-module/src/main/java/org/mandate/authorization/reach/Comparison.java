package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.reach.Reach.Difference;

/**
 * Judges those whom a change concerns without it and with it: when it is made, and at what lies ahead then, where something of
 * theirs or of its policies begins or ends. Whom no condition tells apart and who hold the same are judged once. Judging is what takes
 * long, so once much was judged the rest is left out, and said to be.
 */
final class Comparison {

    private static final int MOST_LISTED = 1_000;
    private static final int MOST_JUDGED = 20_000;
    private static final int MOST_CONDITIONS = 500_000;
    private static final int MOST_NAMES = 2_000_000;
    private static final int MOST_AHEAD = 20;
    private static final Comparator<SubjectId> ORDER =
            Comparator.comparing(SubjectId::type).thenComparing(SubjectId::id);

    private final Facts without;
    private final Facts with;
    private final Instant instant;
    private final Set<SubjectId> concerned;
    private final List<Resource> entities;
    private final Set<Instant> ahead;
    private final boolean apart;
    private final long mostJudged;
    private final Map<Alike, GainAndLoss> known = new HashMap<>();
    private final Noted gain = new Noted();
    private final Noted lose = new Noted();
    private long judged;
    private long names;

    Comparison(Facts without, Facts with, Touched touched, Instant instant) {
        this.without = without;
        this.with = with;
        this.instant = instant;
        Concerned all = new Concerned(without, with, touched);
        this.concerned = all.subjects();
        this.entities = all.entities();
        this.ahead = ahead(all.policies().stream()
                .flatMap(policy -> policy.condition().stream())
                .flatMap(condition -> condition.instants().stream()));
        this.apart = !entities.isEmpty() || Stream.of(without, with).anyMatch(Comparison::asksForTheSubject);
        this.mostJudged = Math.min(MOST_JUDGED, mostJudged(with, entities.size()));
    }

    /** Each is judged by every policy, and on every entity, so the more there are, the fewer are judged. */
    private static long mostJudged(Facts facts, long entities) {
        return MOST_CONDITIONS / ((1 + facts.policies().size()) * (1 + entities));
    }

    private static boolean asksForTheSubject(Facts facts) {
        return facts.policies().stream()
                .flatMap(policy -> policy.condition().stream())
                .anyMatch(condition -> condition.maySpeakOf("subject"));
    }

    Reach reach() {
        long looked = 0;
        for (SubjectId subject : (Iterable<SubjectId>) concerned.stream().sorted(ORDER)::iterator) {
            if (judged >= mostJudged || names >= MOST_NAMES) {
                break;
            }
            note(subject);
            looked++;
        }
        return new Reach(gain.listed, lose.listed, gain.count, lose.count, looked, concerned.size());
    }

    private void note(SubjectId subject) {
        List<Assignment> had = without.assignments(subject);
        List<Assignment> has = with.assignments(subject);
        GainAndLoss now = compared(subject, instant, had, has);
        NavigableSet<String> gained = now.gained();
        NavigableSet<String> lost = now.lost();
        boolean gains = gain.list(subject, gained, Optional.empty());
        boolean loses = lose.list(subject, lost, Optional.empty());
        for (Instant then : later(had, has)) {
            GainAndLoss more = compared(subject, then, had, has);
            gains |= gain.list(subject, without(more.gained(), gained), Optional.of(then));
            loses |= lose.list(subject, without(more.lost(), lost), Optional.of(then));
            gained = union(gained, more.gained());
            lost = union(lost, more.lost());
        }
        gain.count += gains ? 1 : 0;
        lose.count += loses ? 1 : 0;
    }

    private Set<Instant> later(List<Assignment> had, List<Assignment> has) {
        if (allUnlimited(had) && allUnlimited(has)) {
            return ahead;
        }
        return ahead(Stream.concat(
                ahead.stream(), Stream.concat(had.stream(), has.stream()).flatMap(Comparison::borders)));
    }

    private static boolean allUnlimited(List<Assignment> assignments) {
        for (Assignment one : assignments) {
            if (!one.unlimited()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Instant> borders(Assignment assignment) {
        return assignment.unlimited()
                ? Stream.empty()
                : Stream.concat(assignment.terms().validFrom().stream(), assignment.terms().validUntil().stream());
    }

    private Set<Instant> ahead(Stream<Instant> instants) {
        TreeSet<Instant> ahead = new TreeSet<>();
        instants.filter(one -> one.isAfter(instant)).forEach(ahead::add);
        while (ahead.size() > MOST_AHEAD) {
            ahead.pollLast();
        }
        return ahead;
    }

    private GainAndLoss compared(SubjectId subject, Instant at, List<Assignment> had, List<Assignment> has) {
        return apart
                ? judge(subject, at)
                : known.computeIfAbsent(
                        new Alike(
                                at,
                                without.standing(subject),
                                Given.at(at, had),
                                with.standing(subject),
                                Given.at(at, has)),
                        any -> judge(subject, at));
    }

    private GainAndLoss judge(SubjectId subject, Instant at) {
        NavigableSet<String> before = Effective.names(without, at, subject);
        NavigableSet<String> after = Effective.names(with, at, subject);
        judged++;
        names += before.size() + after.size();
        GainAndLoss all = GainAndLoss.between(before, after);
        entities.forEach(entity -> EntityAccess.add(all, subject, entity, without, with, at));
        return all;
    }

    private static NavigableSet<String> without(NavigableSet<String> names, Set<String> others) {
        NavigableSet<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static NavigableSet<String> union(NavigableSet<String> some, NavigableSet<String> others) {
        NavigableSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Those who gain, or those who lose: all are counted, the first are listed. */
    private static final class Noted {

        private final List<Difference> listed = new ArrayList<>();
        private long count;

        boolean list(SubjectId subject, NavigableSet<String> permissions, Optional<Instant> from) {
            if (!permissions.isEmpty() && listed.size() < MOST_LISTED) {
                listed.add(new Difference(subject, List.copyOf(permissions), from));
            }
            return !permissions.isEmpty();
        }
    }
}
