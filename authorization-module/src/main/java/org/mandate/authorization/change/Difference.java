package org.mandate.authorization.change;

import java.util.List;
import java.util.NavigableSet;
import org.mandate.authorization.history.PastPlace;

/**
 * What was gained and lost between two moments.
 * @param changes those that gave or took any of it, oldest first
 */
public record Difference(
        PastPlace from, PastPlace to, NavigableSet<String> gained, NavigableSet<String> lost, List<Change> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }
}
