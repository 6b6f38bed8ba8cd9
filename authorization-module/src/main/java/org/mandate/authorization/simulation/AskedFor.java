package org.mandate.authorization.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.history.When;

/**
 * What somebody wants to have simulated, in the words in which they asked.
 * @param changes each as an object of the API
 * @param asOf the moment of the past at which the changes are made
 */
public record AskedFor(List<Map<String, Object>> changes, Sample sample, Optional<When> asOf) {

    public AskedFor {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return "AskedFor[changes=" + changes.size() + "]";
    }
}
