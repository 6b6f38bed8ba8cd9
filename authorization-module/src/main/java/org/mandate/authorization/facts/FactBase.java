package org.mandate.authorization.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every fact there ever was, as intervals of positions. One thread applies events; any number read, each at the position it
 * names, and what is applied beyond that position does not reach them.
 */
final class FactBase {

    final SubjectTable subjects;
    final RoleTable roles;
    final Table<String, Timeline<String>> permissions;
    final Table<String, PermissionName> permissionNames;
    final ResourceTable resources;
    final PolicyTable policies;
    final Table<String, Timeline<Map<String, ConstraintFacts>>> constraints;
    final Index<String, String> heirs;
    final Interned<Limits> limits;
    final Interned<String> givers;
    final Interned<String> assignmentIds;
    final RecordedTimes times;

    private final Appliers appliers;

    /** The number of the limits that are none. */
    static final int UNLIMITED = 0;

    /** The one key of a table that keeps all of its kind in one value. */
    static final String ALL = "";

    FactBase() {
        this(null, Long.MAX_VALUE);
    }

    private FactBase(@Nullable FactBase below, long from) {
        this.subjects = new SubjectTable(below == null ? null : below.subjects, from);
        this.roles = new RoleTable(below == null ? null : below.roles, from);
        this.permissions = new Table<>(below == null ? null : below.permissions, known -> known.until(from));
        this.permissionNames = new Table<>(below == null ? null : below.permissionNames);
        this.resources = new ResourceTable(below == null ? null : below.resources, from);
        this.policies = new PolicyTable(below == null ? null : below.policies, from);
        this.constraints = new Table<>(below == null ? null : below.constraints, known -> known.until(from));
        this.heirs = new Index<>(below == null ? null : below.heirs);
        this.limits = new Interned<>(below == null ? null : below.limits);
        this.givers = new Interned<>(below == null ? null : below.givers);
        this.assignmentIds = new Interned<>(below == null ? null : below.assignmentIds);
        this.times = below == null ? new RecordedTimes() : below.times;
        this.limits.of(Limits.NONE);
        this.appliers = new Appliers(this);
    }

    /** A base that shows this one and keeps what is applied to it for itself. */
    FactBase layer() {
        return new FactBase(this, Long.MAX_VALUE);
    }

    /**
     * The same over what stood at a position: what is applied to it is applied to that, whatever has happened since. What is
     * not changed in it is seen as it was at the position that is asked for.
     */
    FactBase layer(long from) {
        return new FactBase(this, from);
    }

    void apply(History.Entry entry) {
        appliers.apply(entry);
    }

    Facts at(long position) {
        return new FactsAt(this, position);
    }
}
