package org.mandate.administration;

/** The settings in force on this node, without any secret; answers {@code List<SettingView>}. */
public record FindSettings() {}
