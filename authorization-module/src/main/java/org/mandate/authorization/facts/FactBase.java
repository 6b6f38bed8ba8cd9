package org.mandate.authorization.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/**
 * Every fact there ever was, as intervals of positions. One thread applies events; any number read, each at the position it
 * names, and what is applied beyond that position does not reach them.
 */
final class FactBase {

    final Table<SubjectId, SubjectHistory> subjects;
    final Table<String, Timeline<RoleFacts>> roles;
    final Table<String, Timeline<String>> permissions;
    final Table<ResourceKey, Timeline<Map<String, Object>>> resources;
    final Table<String, Timeline<PolicySet>> policies;
    final Table<String, Timeline<Map<String, ConstraintFacts>>> constraints;
    final Index<String, String> resourceIds;
    final Index<String, SubjectId> members;
    final Index<String, String> heirs;

    private final Appliers appliers;

    /** The one key of a table that keeps all of its kind in one value. */
    static final String ALL = "";

    /** A resource that facts are kept of. */
    record ResourceKey(String type, String id) {}

    FactBase() {
        this(null);
    }

    private FactBase(@Nullable FactBase below) {
        this.subjects = new Table<>(below == null ? null : below.subjects);
        this.roles = new Table<>(below == null ? null : below.roles);
        this.permissions = new Table<>(below == null ? null : below.permissions);
        this.resources = new Table<>(below == null ? null : below.resources);
        this.policies = new Table<>(below == null ? null : below.policies);
        this.constraints = new Table<>(below == null ? null : below.constraints);
        this.resourceIds = new Index<>(below == null ? null : below.resourceIds);
        this.members = new Index<>(below == null ? null : below.members);
        this.heirs = new Index<>(below == null ? null : below.heirs);
        this.appliers = new Appliers(this);
    }

    /** A base that shows this one and keeps what is applied to it for itself. */
    FactBase layer() {
        return new FactBase(this);
    }

    void apply(History.Entry entry) {
        appliers.apply(entry);
    }

    Facts at(long position) {
        return new FactsAt(this, position);
    }
}
