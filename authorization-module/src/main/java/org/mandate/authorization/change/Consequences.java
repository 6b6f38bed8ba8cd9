package org.mandate.authorization.change;

import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.simulation.Reach;

/**
 * What one recorded event did to people.
 * @param reach who held after it what they did not hold before it, and the other way round
 * @param looked at how many subjects was looked
 * @param concerned how many it could have reached; where that is more than was looked at, the first by their ids were
 */
public record Consequences(Told change, Reach reach, long looked, long concerned) {

    /** Whether nobody was left out. */
    public boolean complete() {
        return looked == concerned;
    }
}
