package org.mandate.authorization.reach;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The names of permissions that somebody gains by something, and those that they lose by it. */
public record GainAndLoss(NavigableSet<String> gained, NavigableSet<String> lost) {

    /** What is among the one names and not among the others. */
    public static GainAndLoss between(NavigableSet<String> before, NavigableSet<String> after) {
        return new GainAndLoss(without(after, before), without(before, after));
    }

    /** Whether it is nothing. */
    public boolean isNone() {
        return gained.isEmpty() && lost.isEmpty();
    }

    private static NavigableSet<String> without(NavigableSet<String> names, NavigableSet<String> others) {
        NavigableSet<String> rest = new TreeSet<>();
        for (String name : names) {
            if (!others.contains(name)) {
                rest.add(name);
            }
        }
        return rest;
    }
}
