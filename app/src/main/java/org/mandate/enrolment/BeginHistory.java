package org.mandate.enrolment;

import org.mandate.authorization.catalogue.Catalogue;

/**
 * Make the first entries of an empty history: the seeds, and the first administrator. Answers whether the history was empty;
 * where it was not, nothing happens. Sent by the system alone.
 */
public record BeginHistory(Catalogue seeds, String username, String email, String password) {

    @Override
    public String toString() {
        return "BeginHistory[]";
    }
}
