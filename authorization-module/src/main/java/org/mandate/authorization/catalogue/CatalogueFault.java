package org.mandate.authorization.catalogue;

/**
 * One thing that is wrong with a catalogue.
 * @param field the path of the member, like {@code roles[3].permissions[0]}
 */
public record CatalogueFault(String field, String message) {}
