package org.mandate.replay;

/** Build a view from the history again, beside the live one, and put it in its place; {@link FindProjectionNamed} says how far it is. */
public record RebuildFromHistory(String name) {}
