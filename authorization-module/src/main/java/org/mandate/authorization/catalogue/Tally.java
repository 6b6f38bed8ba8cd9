package org.mandate.authorization.catalogue;

/**
 * What an import came to for one kind of entry.
 * @param removed always 0: what the catalogue does not name stays
 * @param errors always 0 in an answer: a faulty catalogue is refused as a whole
 */
public record Tally(int created, int changed, int unchanged, int removed, int errors) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** With one more that was created. */
    public Tally plusCreated() {
        return new Tally(created + 1, changed, unchanged, removed, errors);
    }

    /** With one more that was changed. */
    public Tally plusChanged() {
        return new Tally(created, changed + 1, unchanged, removed, errors);
    }

    /** With one more that stood already. */
    public Tally plusUnchanged() {
        return new Tally(created, changed, unchanged + 1, removed, errors);
    }
}
