package org.mandate.authorization.integrity;

/** What is stored of the tree contradicts itself or the records: something was altered. */
class TreeFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TreeFault(String fault) {
        super(fault);
    }
}
