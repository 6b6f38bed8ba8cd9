package org.mandate.authorization.role;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Upon;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.facts.Holders;

/** A role. It may be defined again after it was retired: its stream goes on. */
@Aggregate(type = "Role")
class Role {

    private static final String ADMIN = "admin";

    @AggregateIdentifier
    private @Nullable String stream;

    private boolean standing;
    private String description = "";
    private final Set<String> permissions = new HashSet<>();
    private final Set<String> inherits = new HashSet<>();

    Role() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DefineRole command) {
        Vocabulary.requireRole("name", command.name());
        requireContents(Optional.of(command.description()), command.permissions(), command.inherits());
        if (standing) {
            throw new AccessRuleViolated(Rule.ROLE_EXISTS, "name", "role `" + command.name() + "` exists already");
        }
        apply(new RoleDefined(
                command.name(), command.description(), sorted(command.permissions()), sorted(command.inherits())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ChangeRole command) {
        requireStanding("name", command.name());
        requireBasis(command.name(), command.upon());
        requireContents(command.description(), command.permissions(), command.inherits());
        RoleChanges.between(
                        new RoleDefined(command.name(), description, sorted(permissions), sorted(inherits)),
                        new RoleDefined(
                                command.name(),
                                command.description().orElse(description),
                                sorted(command.permissions()),
                                sorted(command.inherits())))
                .forEach(event -> apply(event));
    }

    /** What refers to the role ends first, by commands of its own, so that those streams tell it too. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetireRole command, MetaData metaData, Holders holders, CommandGateway commands) {
        requireStanding("name", command.name());
        if (command.name().equals(ADMIN)) {
            throw new AccessRuleViolated(Rule.PROTECTED_ROLE, "name", "role `admin` cannot be retired");
        }
        requireBasis(command.name(), command.upon());
        List<Object> cascade = new ArrayList<>();
        for (SubjectId subject : holders.subjectsAssigned(command.name())) {
            cascade.add(new RevokeRole(
                    subject,
                    command.name(),
                    Optional.empty(),
                    Optional.of("role `" + command.name() + "` was retired")));
        }
        for (String role : holders.rolesInheriting(command.name())) {
            cascade.add(new RemoveInheritance(role, command.name()));
        }
        cascade.forEach(each -> commands.<@Nullable Object>sendAndWait(new GenericCommandMessage<>(each, metaData)));
        apply(new RoleRetired(command.name()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GrantPermission command) {
        requireStanding("role", command.role());
        Vocabulary.requireGrantable("permission", command.permission());
        if (!permissions.contains(command.permission())) {
            apply(new RolePermissionGranted(command.role(), command.permission()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RevokePermission command) {
        requireStanding("role", command.role());
        if (permissions.contains(command.permission())) {
            apply(new RolePermissionRevoked(command.role(), command.permission()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddInheritance command) {
        requireStanding("role", command.role());
        Vocabulary.requireRole("inherited", command.inherited());
        if (!inherits.contains(command.inherited())) {
            apply(new RoleInheritanceAdded(command.role(), command.inherited()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RemoveInheritance command) {
        requireStanding("role", command.role());
        if (inherits.contains(command.inherited())) {
            apply(new RoleInheritanceRemoved(command.role(), command.inherited()));
        }
    }

    private void requireStanding(String field, String name) {
        if (!standing) {
            throw new AccessRuleViolated(Rule.UNKNOWN_ROLE, field, "there is no role `" + name + "`");
        }
    }

    private void requireBasis(String name, Upon<RoleContent> upon) {
        if (!upon.admits(Optional.of(new RoleContent(description, permissions, inherits)))) {
            throw new AccessRuleViolated(Rule.STALE, "", "role `" + name + "` has changed since it was read");
        }
    }

    private static void requireContents(Optional<String> description, Set<String> permissions, Set<String> inherits) {
        description.ifPresent(text -> Vocabulary.requireText("description", text));
        Vocabulary.requireGrantable("permissions", permissions);
        Vocabulary.requireRoles("inherits", inherits);
    }

    private static List<String> sorted(Set<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    @EventSourcingHandler
    void evolve(RoleDefined event) {
        stream = "role:" + event.role();
        standing = true;
        description = event.description();
        permissions.addAll(event.permissions());
        inherits.addAll(event.inherits());
    }

    @EventSourcingHandler
    void evolve(RoleDescribed event) {
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(RolePermissionGranted event) {
        permissions.add(event.permission());
    }

    @EventSourcingHandler
    void evolve(RolePermissionRevoked event) {
        permissions.remove(event.permission());
    }

    @EventSourcingHandler
    void evolve(RoleInheritanceAdded event) {
        inherits.add(event.inherited());
    }

    @EventSourcingHandler
    void evolve(RoleInheritanceRemoved event) {
        inherits.remove(event.inherited());
    }

    @EventSourcingHandler
    void evolve(RoleRetired event) {
        standing = false;
        description = "";
        permissions.clear();
        inherits.clear();
    }
}
