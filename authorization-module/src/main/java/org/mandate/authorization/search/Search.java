package org.mandate.authorization.search;

/** A search from outside: who may, to what, or what. Answers {@link Found}. */
public record Search(Sought sought, Circumstances circumstances, Paging paging) {}
