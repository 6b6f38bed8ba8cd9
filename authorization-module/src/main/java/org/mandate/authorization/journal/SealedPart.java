package org.mandate.authorization.journal;

import java.util.Optional;

/**
 * The personal fields of a record that belong to one person, sealed.
 * @param bytes one byte that says whose they are, then the ciphertext with its tag
 * @param opening the key of this part alone; empty once the person's key is destroyed, or where nobody looked for it
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedPart(byte[] bytes, Optional<byte[]> opening) {

    private static final int OF_REQUESTER = 1;
    private static final int SHARED_KEY = 2;

    static int header(boolean ofRequester, boolean sharedKey) {
        return (ofRequester ? OF_REQUESTER : 0) | (sharedKey ? SHARED_KEY : 0);
    }

    int header() {
        return bytes[0];
    }

    /** It belongs to the requester, where the subject is somebody else. */
    public boolean ofRequester() {
        return (header() & OF_REQUESTER) != 0;
    }

    /** It is sealed under the key of all who are no registered users, which nothing destroys. */
    public boolean sharedKey() {
        return (header() & SHARED_KEY) != 0;
    }

    SealedPart with(Optional<byte[]> found) {
        return new SealedPart(bytes, found);
    }
}
