package org.mandate.authorization.audit;

/** A field that is searched, in the order of how few records one value of it is likely to have. */
enum Term {
    RESOURCE('r'),
    SUBJECT('s'),
    REQUESTER('q'),
    ACTION('a'),
    RESOURCE_TYPE('t'),
    REASON('k'),
    CHANNEL('c'),
    DECISION('d');

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final char mark;

    Term(char mark) {
        this.mark = mark;
    }

    /**
     * What a value is indexed under. It is stored, so it never changes. Values may share a hash: what is found by it is
     * compared with the record.
     */
    int hash(String value) {
        var hash = (BASIS ^ mark) * PRIME;
        for (var i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (hash ^ (hash >>> 33));
    }
}
