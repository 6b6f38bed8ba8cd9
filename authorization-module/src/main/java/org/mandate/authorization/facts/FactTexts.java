package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/**
 * Everything that a base says up to a position, as texts that do not depend on how it keeps it: a name and what there is under
 * it, in no order. What ended later stands as open.
 */
final class FactTexts {

    /** The kinds of facts, by name, each with the way to see all of its kind. */
    static final Map<String, Kind> KINDS = kinds();

    /** Shows all facts of one kind. */
    @FunctionalInterface
    interface Kind {
        void show(FactBase base, long position, BiConsumer<String, String> visitor);
    }

    private FactTexts() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("subject", FactTexts::subjects);
        kinds.put("role", (base, position, visitor) -> {
            for (String name : base.roles.keys()) {
                timeline(name, base.roles.get(name), position, FactTexts::role, visitor);
            }
        });
        kinds.put("permission", (base, position, visitor) -> {
            for (String name : base.permissions.keys()) {
                timeline(name, base.permissions.get(name), position, text -> text, visitor);
            }
        });
        kinds.put("resource", (base, position, visitor) -> {
            for (String type : base.resources.types()) {
                for (String id : base.resources.ids(type)) {
                    String name = type + " " + id;
                    timeline(name, base.resources.get(type, id), position, FactTexts::canonical, visitor);
                }
            }
        });
        kinds.put("policy", (base, position, visitor) -> {
            for (String id : base.policies.ids()) {
                PolicyHistory history = base.policies.get(id);
                Timeline<PolicyFacts> versions = history == null ? null : history.versions();
                timeline(id, versions, position, policy -> policy.definition().toString(), visitor);
            }
        });
        kinds.put("constraint", FactTexts::constraints);
        return kinds;
    }

    private static void subjects(FactBase base, long position, BiConsumer<String, String> visitor) {
        base.subjects.forEach(history -> {
            String text = subject(base, history, position);
            if (!text.isEmpty()) {
                SubjectId subject = base.subjects.subject(SubjectHistory.handle(history));
                visitor.accept(subject.type() + " " + subject.id(), text);
            }
        });
    }

    private static String subject(FactBase base, long[] history, long position) {
        StringBuilder text = new StringBuilder(160);
        SubjectHistory.standings(
                history,
                position,
                (from, standing) ->
                        text.append(from).append(' ').append(standing).append('\n'));
        for (int i = 0; i < SubjectHistory.size(history); i++) {
            if (SubjectHistory.from(history, i) <= position) {
                assignment(text, base, history, i, position);
            }
        }
        return text.toString();
    }

    private static void assignment(StringBuilder text, FactBase base, long[] history, int i, long position) {
        Handle id = SubjectHistory.id(history, i);
        text.append(SubjectHistory.from(history, i));
        if (SubjectHistory.to(history, i) <= position) {
            text.append('-').append(SubjectHistory.to(history, i));
        }
        text.append(' ').append(base.roles.name(SubjectHistory.role(history, i)));
        if (id.named()) {
            text.append(' ').append(base.assignmentIds.at((int) id.low()));
        } else {
            text.append(' ').append(id.high()).append(' ').append(id.low());
        }
        int limits = SubjectHistory.limits(history, i);
        if (limits != FactBase.UNLIMITED) {
            text.append(' ').append(base.limits.at(limits).terms());
        }
        text.append(' ').append(base.givers.at(SubjectHistory.giver(history, i)));
        Instant given = SubjectHistory.givenAt(history, i);
        text.append(' ').append(given.getEpochSecond()).append(' ').append(given.getNano());
        text.append('\n');
    }

    private static String role(RoleFacts role) {
        return role.description() + "\n" + new TreeSet<>(role.permissions()) + new TreeSet<>(role.inherits())
                + new TreeSet<>(role.roles()) + new TreeSet<>(role.grants().named());
    }

    // Each version of these holds all of its kind, so only the one that stands at the position is looked at.
    private static void constraints(FactBase base, long position, BiConsumer<String, String> visitor) {
        Timeline<Map<String, ConstraintFacts>> versions = base.constraints.get(FactBase.ALL);
        Map<String, ConstraintFacts> standing = versions == null ? null : versions.at(position);
        if (standing != null) {
            standing.forEach(
                    (id, constraint) -> visitor.accept(id, new TreeSet<>(constraint.roles()) + " " + constraint.max()));
        }
    }

    private static <T> void timeline(
            String name,
            @Nullable Timeline<T> timeline,
            long position,
            Function<T, String> text,
            BiConsumer<String, String> visitor) {
        if (timeline == null) {
            return;
        }
        StringBuilder all = new StringBuilder();
        timeline.show(
                position,
                (from, value) -> all.append(from)
                        .append(' ')
                        .append(value == null ? "ended" : text.apply(value))
                        .append('\n'));
        if (!all.isEmpty()) {
            visitor.accept(name, all.toString());
        }
    }

    private static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), canonical(each)));
            return sorted.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FactTexts::canonical).toList().toString();
        }
        return value.getClass().getSimpleName() + " " + value;
    }
}
