package org.mandate.authorization.search;

/**
 * The part of a search's answer that is wanted.
 * @param limit how many at most
 */
public record Paging(Place from, int limit) {

    /** The most that one page holds. */
    public static final int LARGEST = 1000;

    public Paging {
        if (limit < 0 || limit > LARGEST) {
            throw new IllegalArgumentException("a page holds 0 to " + LARGEST + ", not " + limit);
        }
    }
}
