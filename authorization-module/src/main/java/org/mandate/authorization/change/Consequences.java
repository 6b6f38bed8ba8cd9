package org.mandate.authorization.change;

import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.reach.Reach;

/**
 * What one recorded event did to people.
 * @param reach who held after it what they did not hold before it, and the other way round
 */
public record Consequences(Told change, Reach reach) {}
