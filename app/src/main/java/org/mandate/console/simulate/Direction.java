package org.mandate.console.simulate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.simulation.Flip;
import org.mandate.authorization.simulation.FlipCounts;
import org.mandate.authorization.simulation.Sample;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.console.RecordRow.Because;
import org.mandate.oversight.Names;

/**
 * The decisions that turn in one direction, as a page shows them.
 * @param allowed whether they were allowed and would be denied
 * @param groups what they speak of most; the counts are of all
 * @param rows the first of them
 */
record Direction(boolean allowed, long count, List<Groups> groups, List<FlipRow> rows) {

    private static final int LISTED = 50;
    private static final int GROUPS = 8;

    /**
     * What the decisions speak of, in one respect.
     * @param more how many further ones are counted
     */
    record Groups(String title, List<Group> items, int more) {}

    /**
     * One of them.
     * @param href the page of a role, or the recorded decisions of a subject or about a resource; a flip may be any of these
     */
    record Group(String text, String type, String href, long count) {}

    /** A decision that would have come out the other way. */
    record FlipRow(Flip flip, String name, List<Because> was, List<Because> would) {

        private static FlipRow of(Flip flip, Names names) {
            return new FlipRow(
                    flip,
                    names.of(flip.subject().id()),
                    flip.was().stream().map(Because::of).toList(),
                    flip.would().stream().map(Because::of).toList());
        }
    }

    /** How many of the count are not among the rows. */
    public long unlisted() {
        return count - rows.size();
    }

    static Direction of(SimulationView view, boolean allowed, Names names) {
        Sample sample = view.asked().sample();
        FlipCounts counts = counts(view, allowed);
        return new Direction(
                allowed,
                counts.count(),
                Stream.of(
                                groups("By subject", counts.subjects(), one -> subject(one, sample, allowed, names)),
                                groups("By role", counts.roles(), Direction::role),
                                groups("By resource", counts.resources(), one -> resource(one, sample, allowed)))
                        .filter(groups -> !groups.items().isEmpty())
                        .toList(),
                listed(view, allowed).map(flip -> FlipRow.of(flip, names)).toList());
    }

    /** The ids of the subjects whom it shows. */
    static Stream<String> subjects(SimulationView view, boolean allowed) {
        return Stream.concat(
                listed(view, allowed).map(flip -> flip.subject().id()),
                counts(view, allowed).subjects().stream()
                        .limit(GROUPS)
                        .map(group -> Window.subject(group.key()).id()));
    }

    private static FlipCounts counts(SimulationView view, boolean allowed) {
        return allowed ? view.found().allowToDeny() : view.found().denyToAllow();
    }

    private static Stream<Flip> listed(SimulationView view, boolean allowed) {
        return view.found().flips().stream()
                .filter(flip -> flip.allowed() == allowed)
                .limit(LISTED);
    }

    private static Groups groups(
            String title, List<FlipCounts.Group> counted, Function<FlipCounts.Group, Group> shown) {
        return new Groups(
                title, counted.stream().limit(GROUPS).map(shown).toList(), Math.max(0, counted.size() - GROUPS));
    }

    private static Group subject(FlipCounts.Group counted, Sample sample, boolean allowed, Names names) {
        SubjectId subject = Window.subject(counted.key());
        String href = Window.decisions(sample, allowed)
                .with("resourceType", sample.resourceType())
                .with("resource", sample.resource())
                .with("subject", Optional.of(subject.id()))
                .toString();
        String type = subject.type().equals(SubjectId.USER) ? "" : subject.type();
        return new Group(names.of(subject.id()), type, href, counted.count());
    }

    private static Group role(FlipCounts.Group counted) {
        String href = new Line.Words(Names.NONE)
                .role(counted.key())
                .line()
                .parts()
                .get(0)
                .href();
        return new Group(counted.key(), "", href, counted.count());
    }

    private static Group resource(FlipCounts.Group counted, Sample sample, boolean allowed) {
        SubjectId resource = Window.subject(counted.key());
        String href = Window.decisions(sample, allowed)
                .with("subject", sample.subject())
                .with("resourceType", Optional.of(resource.type()))
                .with("resource", Optional.of(resource.id()))
                .toString();
        return new Group(resource.id(), resource.type(), href, counted.count());
    }
}
