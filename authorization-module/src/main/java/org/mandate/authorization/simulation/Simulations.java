package org.mandate.authorization.simulation;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.history.Moment;

/** Where changes are tried before they are made. */
public interface Simulations {

    /**
     * Where changes would be made, so that each can be checked there before it is tried.
     * @param asOf a moment of the past; without one, now
     * @param proposer id of the user who asks
     */
    Standpoint standpoint(Optional<Moment> asOf, String proposer);

    /**
     * Try changes on recorded decisions, as a job.
     * @param asked what the changes were read from, and the decisions to try them on
     * @param asOf the moment at which they are made; without one, they are made before each decision
     * @param startedBy id of the user who asks
     * @return the id of the simulation
     * @throws org.mandate.authorization.reproduction.Jobs.TooManyRunning when others must end first
     */
    String start(List<Proposal> changes, AskedFor asked, Optional<Moment> asOf, String startedBy);
}
