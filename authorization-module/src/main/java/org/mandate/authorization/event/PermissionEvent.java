package org.mandate.authorization.event;

/** What can happen to a permission of the catalogue. */
public sealed interface PermissionEvent permits PermissionDefined, PermissionDescribed, PermissionRetired {

    String name();
}
