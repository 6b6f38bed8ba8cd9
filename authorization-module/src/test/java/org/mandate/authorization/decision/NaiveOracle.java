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

    NaiveOracle(List<History.Entry> entries) {
        entries.forEach(entry -> fold(entry.event()));
    }

    boolean allows(String user, String action, String type, String id, Optional<String> ip, Instant now) {
        if (!active.contains(user)) {
            return false;
        }
        if (type.equals("posts") && user.equals(authors.get(id))) {
            return true;
        }
        List<String> sufficient = type.equals("posts") && action.equals("read") && drafts.contains(id)
                ? List.of("posts:update", "posts:publish", "posts:delete")
                : List.of(type + ":" + action);
        for (RoleAssigned one : assignments) {
            if (one.subjectId().equals(user) && holdsNow(one, type, id, ip, now)) {
                Set<String> held = new HashSet<>();
                Set<String> roles = new HashSet<>();
                collect(one.role(), roles, held);
                if (roles.contains("admin") || sufficient.stream().anyMatch(name -> matches(held, name))) {
                    return true;
                }
            }
        }
        return false;
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

    private static boolean within(String block, String address) {
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
            if (!e.published()) {
                drafts.add(e.postId());
            }
        } else if (event instanceof PostPublished e) {
            drafts.remove(e.postId());
        } else if (event instanceof PostUnpublished e) {
            drafts.add(e.postId());
        } else if (event instanceof PostDeleted e) {
            authors.remove(e.postId());
            drafts.remove(e.postId());
        }
    }
}
