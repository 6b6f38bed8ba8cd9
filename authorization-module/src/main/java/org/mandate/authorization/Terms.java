package org.mandate.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The terms of an assignment: when, from where and for what it holds.
 * @param networks CIDR blocks, normalised on construction; empty means from anywhere
 * @param resource the one resource that it is limited to
 */
public record Terms(
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        List<String> networks,
        Optional<Target> resource,
        Optional<String> reason) {

    public Terms {
        networks = networks.stream()
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> Vocabulary.invalid(
                                "networks",
                                "each must be a block like `10.0.0.0/8` or `2001:db8::/32`, or one address"))
                        .toString())
                .distinct()
                .sorted()
                .toList();
    }

    /** Without any limit. */
    public static final Terms UNLIMITED =
            new Terms(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    /** The networks that somebody named. A list that names none is refused, since it would open what it was meant to close. */
    public static List<String> named(Optional<List<String>> networks) {
        if (networks.filter(List::isEmpty).isPresent()) {
            throw Vocabulary.invalid(
                    "networks", "must name at least one block; leave `networks` out for no restriction");
        }
        return networks.orElse(List.of());
    }

    /** Whether both give the same access; the reason plays no part. */
    public boolean sameLimits(Terms other) {
        return validFrom.equals(other.validFrom)
                && validUntil.equals(other.validUntil)
                && networks.equals(other.networks)
                && resource.equals(other.resource);
    }

    /** The one resource that an assignment is limited to. */
    public record Target(String type, String id) {}
}
