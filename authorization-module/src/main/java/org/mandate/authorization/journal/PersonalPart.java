package org.mandate.authorization.journal;

/**
 * Personal fields on their way into a record.
 * @param owner whose key seals them
 */
@SuppressWarnings("ArrayRecordComponent")
record PersonalPart(String owner, int header, byte[] plain) {

    SealedPart seal(byte[] personKey, String recordId) {
        return PersonalSeal.seal(plain, PersonalSeal.openingOf(personKey, recordId, header), header);
    }
}
