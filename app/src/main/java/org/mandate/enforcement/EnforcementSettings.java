package org.mandate.enforcement;

/**
 * The switches that the table reads.
 * @param registrationEnabled whether anyone may sign up
 */
record EnforcementSettings(boolean registrationEnabled) {}
