package org.mandate.authorization.decision;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.History;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;

/** The rules of access in the plainest way: fold every event, then ask. Slow, obvious, and written from the contract alone. */
final class NaiveOracle {

    private final Set<String> active = new HashSet<>();
    private final Map<String, Set<String>> permissions = new HashMap<>();
    private final Map<String, Set<String>> inherits = new HashMap<>();
    private final List<RoleAssigned> assignments = new ArrayList<>();
    private final Map<String, String> authors = new HashMap<>();
    private final Set<String> drafts = new HashSet<>();
    private final Map<String, PolicyDefined> policies = new HashMap<>();
    private final Map<String, Map<String, Object>> attributes = new HashMap<>();

    NaiveOracle(List<History.Entry> entries) {
        entries.forEach(entry -> fold(entry.event()));
    }

    boolean allows(AccessRequest request, Instant now) {
        SubjectId subject = request.subject();
        if (subject.type().equals("user") && !active.contains(subject.id())) {
            return false;
        }
        String action = request.action().name();
        String type = request.resource().type();
        String id = request.resource().id();
        Set<String> held = new HashSet<>();
        Set<String> roles = new HashSet<>();
        for (RoleAssigned one : assignments) {
            if (one.subjectType().equals(subject.type())
                    && one.subjectId().equals(subject.id())
                    && holdsNow(one, type, id, request.ip(), now)) {
                collect(one.role(), roles, held);
            }
        }
        NaiveConditions conditions = new NaiveConditions(attributes, request, now);
        if (policies.values().stream()
                .filter(policy -> policy.effect().equals("deny"))
                .anyMatch(policy -> speaks(policy, type, action, roles)
                        && conditions.judge(policy.condition()).orElse(true))) {
            return false;
        }
        if (type.equals("posts")
                && subject.type().equals("user")
                && subject.id().equals(authors.get(id))) {
            return true;
        }
        List<String> sufficient = type.equals("posts") && action.equals("read") && drafts.contains(id)
                ? List.of("posts:update", "posts:publish", "posts:delete")
                : List.of(type + ":" + action);
        return roles.contains("admin")
                || sufficient.stream().anyMatch(name -> matches(held, name))
                || policies.values().stream()
                        .filter(policy -> policy.effect().equals("allow"))
                        .anyMatch(policy -> speaks(policy, type, action, roles)
                                && conditions.judge(policy.condition()).orElse(false));
    }

    private static boolean speaks(PolicyDefined policy, String type, String action, Set<String> roles) {
        return (policy.resourceType().equals("*") || policy.resourceType().equals(type))
                && (policy.actions().contains("*") || policy.actions().contains(action))
                && (policy.roles().isEmpty() || policy.roles().stream().anyMatch(roles::contains));
    }

    private static boolean holdsNow(RoleAssigned one, String type, String id, Optional<String> ip, Instant now) {
        Instant from = one.validFrom();
        Instant until = one.validUntil();
        if (from != null && now.isBefore(from) || until != null && !now.isBefore(until)) {
            return false;
        }
        if (one.resourceType() != null && !(type.equals(one.resourceType()) && id.equals(one.resourceId()))) {
            return false;
        }
        return one.networks().isEmpty()
                || ip.isPresent() && one.networks().stream().anyMatch(block -> within(block, ip.get()));
    }

    static boolean within(String block, String address) {
        String[] parts = block.split("/");
        byte[] network = bytes(parts[0]);
        byte[] host = bytes(address);
        if (network.length != host.length) {
            return false;
        }
        int drop = network.length * 8 - Integer.parseInt(parts[1]);
        return new BigInteger(1, network).shiftRight(drop).equals(new BigInteger(1, host).shiftRight(drop));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean matches(Set<String> held, String name) {
        String[] parts = name.split(":");
        return held.contains(name)
                || held.contains(parts[0] + ":*")
                || held.contains("*:" + parts[1])
                || held.contains("*:*");
    }

    private void collect(String role, Set<String> roles, Set<String> held) {
        roles.add(role);
        held.addAll(permissions.getOrDefault(role, Set.of()));
        inherits.getOrDefault(role, Set.of()).forEach(inherited -> collect(inherited, roles, held));
    }

    private void fold(Object event) {
        foldUser(event);
        foldRole(event);
        foldPost(event);
        foldRest(event);
    }

    private void foldUser(Object event) {
        if (event instanceof UserRegistered e) {
            active.add(e.userId());
        } else if (event instanceof UserReactivated e) {
            active.add(e.userId());
        } else if (event instanceof UserDeactivated e) {
            active.remove(e.userId());
        } else if (event instanceof UserErased e) {
            active.remove(e.userId());
            assignments.removeIf(one -> one.subjectId().equals(e.userId()));
        } else if (event instanceof RoleAssigned e) {
            assignments.add(e);
        } else if (event instanceof RoleRevoked e) {
            assignments.removeIf(one -> one.assignmentId().equals(e.assignmentId()));
        }
    }

    private void foldRole(Object event) {
        if (event instanceof RoleDefined e) {
            permissions.put(e.role(), new HashSet<>(e.permissions()));
            inherits.put(e.role(), new HashSet<>(e.inherits()));
        } else if (event instanceof RolePermissionGranted e) {
            permissions.get(e.role()).add(e.permission());
        } else if (event instanceof RolePermissionRevoked e) {
            permissions.get(e.role()).remove(e.permission());
        } else if (event instanceof RoleInheritanceAdded e) {
            inherits.get(e.role()).add(e.inherited());
        } else if (event instanceof RoleInheritanceRemoved e) {
            inherits.get(e.role()).remove(e.inherited());
        }
    }

    private void foldPost(Object event) {
        if (event instanceof PostCreated e) {
            authors.put(e.postId(), e.authorId());
            attributes.put("posts/" + e.postId(), Map.of("authorId", e.authorId()));
            if (!e.published()) {
                drafts.add(e.postId());
            }
        } else if (event instanceof PostPublished e) {
            drafts.remove(e.postId());
        } else if (event instanceof PostUnpublished e) {
            drafts.add(e.postId());
        } else if (event instanceof PostDeleted e) {
            authors.remove(e.postId());
            attributes.remove("posts/" + e.postId());
            drafts.remove(e.postId());
        }
    }

    private void foldRest(Object event) {
        if (event instanceof PolicyDefined e) {
            policies.put(e.policyId(), e);
        } else if (event instanceof PolicyChanged e) {
            policies.put(
                    e.policyId(),
                    new PolicyDefined(
                            e.policyId(),
                            e.description(),
                            e.effect(),
                            e.resourceType(),
                            e.actions(),
                            e.roles(),
                            e.condition()));
        } else if (event instanceof PolicyRetired e) {
            policies.remove(e.policyId());
        } else if (event instanceof EntityDescribed e) {
            attributes.put(e.entityType() + "/" + e.entityId(), e.attributes());
        } else if (event instanceof EntityForgotten e) {
            attributes.remove(e.entityType() + "/" + e.entityId());
        } else if (event instanceof UserAttributesChanged e) {
            attributes.put("user/" + e.userId(), e.attributes());
        } else if (event instanceof UserErased e) {
            attributes.remove("user/" + e.userId());
        }
    }
}
