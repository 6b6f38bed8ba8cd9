package org.mandate.administration;

/**
 * How far a view of the history is.
 * @param position the newest place that it has taken in
 * @param head the newest place that there is
 * @param fit whether it may be relied on
 */
public record ProjectionView(String name, long position, long head, boolean fit, String state) {}
