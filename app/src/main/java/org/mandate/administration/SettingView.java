package org.mandate.administration;

/**
 * A setting in force.
 * @param value as it was set, or what holds where it was not; of a secret, only where it comes from
 */
public record SettingView(String name, String value) {}
