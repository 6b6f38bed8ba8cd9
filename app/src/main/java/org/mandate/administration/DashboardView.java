package org.mandate.administration;

import java.util.Map;

/**
 * The first page of an administrator.
 * @param user the reader's username
 * @param counts how much there is, by kind
 */
public record DashboardView(String user, Map<String, Long> counts) {}
