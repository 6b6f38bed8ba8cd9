package org.mandate.authorization.journal;

/** Bytes that are no record of the journal: they were changed, or another version wrote them. */
public class MalformedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecord(String fault) {
        super("this is no record of the journal: " + fault);
    }
}
