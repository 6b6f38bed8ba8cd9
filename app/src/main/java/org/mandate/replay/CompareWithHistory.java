package org.mandate.replay;

/** Build a view from the history again, compare it with the live one and throw it away. */
public record CompareWithHistory(String name) {}
