package org.mandate.authorization.policy;

import java.util.List;
import java.util.Optional;

/** A policy that stands; {@code actions} are names, or {@code *} alone. */
public record PolicyView(
        String id,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        Optional<String> condition) {}
