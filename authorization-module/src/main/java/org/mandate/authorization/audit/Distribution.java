package org.mandate.authorization.audit;

/**
 * How many decisions there were in each bucket of a time, allowed and denied.
 * @param counted how many decisions were looked at
 * @param complete false where more of them match: then the newest are counted
 */
public record Distribution(Statistics counts, long counted, boolean complete) {}
