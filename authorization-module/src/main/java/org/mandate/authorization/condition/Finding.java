package org.mandate.authorization.condition;

/**
 * What a condition came to.
 * @param detail why it is neither true nor false; empty where it is
 */
public record Finding(Truth truth, String detail) {

    static final Finding HOLDS = new Finding(Truth.TRUE, "");
    static final Finding FAILS = new Finding(Truth.FALSE, "");
}
