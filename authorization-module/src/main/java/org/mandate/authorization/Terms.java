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

    /** Without any limit. */
    public static final Terms UNLIMITED =
            new Terms(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    /** The one resource that an assignment is limited to. */
    public record Target(String type, String id) {}
}
