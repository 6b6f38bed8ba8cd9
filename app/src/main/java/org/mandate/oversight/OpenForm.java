package org.mandate.oversight;

/**
 * Open a form that leads to a change; answers {@code true}. Whether the change itself is let through is decided when it is sent.
 * @param form what it changes: {@code users}, {@code grants}, {@code roles}, {@code policies}, {@code sessions}, {@code projections},
 *     {@code simulations}
 */
public record OpenForm(String form) {

    /** Forms that create and edit roles. */
    public static final String ROLES = "roles";

    /** Forms that compose and start simulations. */
    public static final String SIMULATIONS = "simulations";

    /** Forms that grant and revoke roles. */
    public static final String GRANTS = "grants";
}
