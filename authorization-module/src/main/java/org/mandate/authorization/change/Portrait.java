package org.mandate.authorization.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.change.HistoryPage.Alteration;
import org.mandate.authorization.entity.AttributeText;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.reach.GainAndLoss;
import org.mandate.content.event.PostEvent;
import org.mandate.identity.event.UserEvent;

/** What an event is about as some facts have it: its members by name, and what each of them holds. */
final class Portrait {

    private static final String POSTS = "posts";

    private final NavigableMap<String, NavigableSet<String>> members = new TreeMap<>();
    private final Facts facts;

    private Portrait(Facts facts) {
        this.facts = facts;
    }

    /** What the event changed, told by the facts before it and after it. */
    static List<Alteration> alterations(Object event, Facts before, Facts after) {
        Portrait was = of(event, before);
        Portrait is = of(event, after);
        NavigableSet<String> names = new TreeSet<>(was.members.keySet());
        names.addAll(is.members.keySet());
        List<Alteration> alterations = new ArrayList<>();
        for (String name : names) {
            NavigableSet<String> old = was.members.getOrDefault(name, new TreeSet<>());
            NavigableSet<String> young = is.members.getOrDefault(name, new TreeSet<>());
            if (!old.equals(young)) {
                GainAndLoss between = GainAndLoss.between(old, young);
                alterations.add(new Alteration(name, List.copyOf(between.lost()), List.copyOf(between.gained())));
            }
        }
        return alterations;
    }

    private static Portrait of(Object event, Facts facts) {
        Portrait portrait = new Portrait(facts);
        if (event instanceof RoleEvent role) {
            facts.role(role.role()).ifPresent(portrait::role);
        } else if (event instanceof AssignmentEvent given) {
            portrait.assignment(given);
        } else if (event instanceof PolicyEvent policy) {
            portrait.policy(policy.policyId());
        } else if (event instanceof PermissionEvent permission) {
            facts.permission(permission.name()).ifPresent(text -> portrait.put("description", text));
        } else if (event instanceof ConstraintEvent constraint) {
            portrait.constraint(constraint.constraintId());
        } else if (event instanceof EntityEvent entity) {
            portrait.attributes(entity.entityType(), entity.entityId());
        } else if (event instanceof PostEvent post) {
            portrait.attributes(POSTS, post.postId());
        } else if (event instanceof UserEvent user) {
            portrait.user(SubjectId.user(user.userId()));
        }
        return portrait;
    }

    private void role(RoleFacts role) {
        put("description", role.description());
        putAll("permissions", role.permissions());
        putAll("inherits", role.inherits());
    }

    private void assignment(AssignmentEvent given) {
        facts.assignments(new SubjectId(given.subjectType(), given.subjectId())).stream()
                .filter(one -> one.id().equals(given.assignmentId()))
                .findFirst()
                .ifPresent(this::assignment);
    }

    private void assignment(Assignment standing) {
        Terms terms = standing.terms();
        put("role", standing.role());
        terms.validFrom().ifPresent(at -> put("validFrom", at.toString()));
        terms.validUntil().ifPresent(at -> put("validUntil", at.toString()));
        putAll("networks", terms.networks());
        terms.resource().ifPresent(target -> put("resource", target.type() + "/" + target.id()));
    }

    private void policy(String id) {
        facts.policy(id).ifPresent(one -> policy(one.definition()));
    }

    private void policy(PolicyDefined said) {
        put("description", said.description());
        put("effect", said.effect());
        put("resourceType", said.resourceType());
        putAll("actions", said.actions());
        putAll("roles", said.roles());
        Optional.ofNullable(said.condition()).ifPresent(text -> put("condition", text));
    }

    private void constraint(String id) {
        facts.constraints().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .ifPresent(one -> {
                    put("max", Integer.toString(one.max()));
                    putAll("roles", one.roles());
                });
    }

    private void user(SubjectId user) {
        switch (facts.standing(user)) {
            case ACTIVE -> put("state", "active");
            case INACTIVE -> put("state", "deactivated");
            default -> {}
        }
        attributes(user.type(), user.id());
    }

    private void attributes(String type, String id) {
        facts.attributes(type, id)
                .orElse(Map.of())
                .forEach((name, value) -> put("attributes." + name, AttributeText.of(value)));
    }

    private void put(String member, String value) {
        if (!value.isEmpty()) {
            members.computeIfAbsent(member, any -> new TreeSet<>()).add(value);
        }
    }

    private void putAll(String member, Iterable<String> values) {
        values.forEach(value -> put(member, value));
    }
}
