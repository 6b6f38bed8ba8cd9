package org.mandate.administration;

import org.mandate.identity.UserId;

/** How much there is of everything, for this reader; answers {@link DashboardView}. */
public record FindDashboard(UserId reader) {}
