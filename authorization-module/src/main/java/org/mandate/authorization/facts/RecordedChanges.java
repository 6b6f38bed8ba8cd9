package org.mandate.authorization.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/** Reads the borders of the intervals. */
final class RecordedChanges implements PastChanges {

    private final Supplier<FactBase> base;

    RecordedChanges(Supplier<FactBase> base) {
        this.base = base;
    }

    @Override
    public boolean known(SubjectId subject) {
        return base.get().subjects.get(subject) != null
                || base.get().resources.get(subject.type(), subject.id()) != null;
    }

    @Override
    public LongStream ofSubject(SubjectId subject) {
        long[] history = base.get().subjects.get(subject);
        LongStream own = history == null ? LongStream.empty() : SubjectHistory.positions(history);
        return LongStream.concat(own, ofResource(subject.type(), subject.id()))
                .sorted()
                .distinct();
    }

    @Override
    public List<Assignment> everHeld(SubjectId subject) {
        FactBase now = base.get();
        long[] history = now.subjects.get(subject);
        List<Assignment> all = new ArrayList<>();
        if (history != null) {
            FactsAt facts = new FactsAt(now, Long.MAX_VALUE);
            for (int i = 0; i < SubjectHistory.size(history); i++) {
                all.add(facts.assignment(history, i));
            }
        }
        return all;
    }

    @Override
    public LongStream ofRole(String role) {
        return positions(base.get().roles.get(role));
    }

    @Override
    public List<Version<RoleFacts>> versions(String role) {
        Timeline<RoleFacts> timeline = base.get().roles.get(role);
        return positions(timeline)
                .mapToObj(from -> new Version<>(from, timeline == null ? null : timeline.at(from)))
                .toList();
    }

    @Override
    public LongStream ofPolicies() {
        return positions(policies());
    }

    @Override
    public LongStream ofPolicies(String resourceType) {
        return positions(policies().filter(policy -> policy.everSpokeOfType(resourceType)));
    }

    @Override
    public LongStream ofPolicy(String id) {
        PolicyHistory policy = base.get().policies.get(id);
        return policy == null ? LongStream.empty() : policy.versions().positions();
    }

    @Override
    public List<PolicyFacts> policies(long from, long to) {
        List<PolicyFacts> all = new ArrayList<>();
        policies().forEach(policy -> {
            PolicyFacts first = policy.at(from);
            if (first != null) {
                all.add(first);
            }
            policy.versions().show(to, (begun, version) -> {
                if (begun > from && version != null) {
                    all.add(version);
                }
            });
        });
        return all;
    }

    private Stream<PolicyHistory> policies() {
        PolicyTable policies = base.get().policies;
        return policies.ids().stream().map(policies::get).filter(Objects::nonNull);
    }

    private static LongStream positions(Stream<PolicyHistory> policies) {
        return policies.flatMapToLong(policy -> policy.versions().positions())
                .sorted()
                .distinct();
    }

    @Override
    public LongStream ofConstraints() {
        return positions(base.get().constraints.get(FactBase.ALL));
    }

    @Override
    public NavigableMap<Long, String> catalogue() {
        FactBase now = base.get();
        NavigableMap<Long, String> all = new TreeMap<>();
        now.permissions
                .keys()
                .forEach(name -> positions(now.permissions.get(name)).forEach(position -> all.put(position, name)));
        return all;
    }

    @Override
    public LongStream ofResource(String type, String id) {
        return positions(base.get().resources.get(type, id));
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.copyOf(base.get().resources.types());
    }

    @Override
    public Map<String, long[]> ofResources(String type) {
        Map<String, long[]> all = new TreeMap<>();
        for (String id : base.get().resources.ids(type)) {
            all.put(id, ofResource(type, id).toArray());
        }
        return all;
    }

    private static LongStream positions(@Nullable Timeline<?> timeline) {
        return timeline == null ? LongStream.empty() : timeline.positions();
    }
}
