package org.mandate.authorization.simulation;

import java.util.List;

/**
 * The decisions that would have turned in one direction.
 * @param count how many there are, whatever is listed
 * @param subjects the subjects concerned, those with the most flips first
 * @param roles the roles that the reasons speak of
 */
public record FlipCounts(long count, List<Group> subjects, List<Group> roles, List<Group> resources) {

    /** How many of them speak of the key. */
    public record Group(String key, long count) {}
}
