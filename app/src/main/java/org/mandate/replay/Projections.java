package org.mandate.replay;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Takes the orders of administrators. */
@Component
class Projections {

    private final Replays replays;

    Projections(Replays replays) {
        this.replays = replays;
    }

    @CommandHandler
    void decide(RebuildFromHistory command) {
        replays.begin(command.name(), Run.Purpose.REBUILD);
    }

    @CommandHandler
    void decide(CompareWithHistory command) {
        replays.begin(command.name(), Run.Purpose.CHECK);
    }

    @QueryHandler
    List<ProjectionView> handle(FindProjections query) {
        return replays.all();
    }

    @QueryHandler
    Optional<ProjectionView> handle(FindProjectionNamed query) {
        return replays.one(query.name());
    }
}
