package org.mandate.administration;

import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;

/**
 * Change what is given of somebody's account and keep the rest, all of it or nothing.
 * @param fullName an empty one removes it
 * @param attributes merged into those that stand as RFC 7396 has it
 */
public record ChangeAccount(
        UserId user,
        Optional<Boolean> active,
        Optional<String> email,
        Optional<String> fullName,
        Optional<Map<String, Object>> attributes) {

    @Override
    public String toString() {
        return "ChangeAccount[" + user + "]";
    }
}
