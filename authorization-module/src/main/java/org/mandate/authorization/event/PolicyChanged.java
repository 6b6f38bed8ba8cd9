package org.mandate.authorization.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy is now this, all of it.
 * @param effect {@code allow} or {@code deny}
 * @param actions names, or {@code *} alone
 * @param roles it applies to holders of any of these; empty means to everybody
 * @param condition in the Common Expression Language; null where it always holds
 */
public record PolicyChanged(
        String policyId,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        @Nullable String condition)
        implements PolicyEvent {}
