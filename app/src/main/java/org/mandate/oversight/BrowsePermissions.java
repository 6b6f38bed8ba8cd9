package org.mandate.oversight;

/** The catalogue of permissions, ordered by name, for whoever oversees access or edits roles; answers {@code List<PermissionView>}. */
public record BrowsePermissions() {}
