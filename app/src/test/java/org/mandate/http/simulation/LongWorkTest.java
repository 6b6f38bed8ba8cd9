package org.mandate.http.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.Jobs.TooManyRunning;
import org.mandate.authorization.reproduction.WalkProgress;
import org.mandate.authorization.usage.FindUnusedGrants;
import org.mandate.authorization.usage.UnusedGrants;
import org.mandate.http.HttpSlice;
import org.mandate.proposal.RunSimulation;

/** What goes on after it is answered, and what is refused while as much runs as may. */
class LongWorkTest extends HttpSlice {

    private static final String UNUSED = "/history/unused-grants?since=2026-11-01T00:00:00Z";

    @Test
    void leadsToAWalkThatGoesOn() {
        gateway.answer(FindUnusedGrants.class, query -> Optional.of(walk(State.RUNNING)));

        var begun = http.get().uri(UNUSED).exchange();

        assertThat(begun).hasStatus(202);
        assertThat(begun).bodyJson().extractingPath("state").isEqualTo("running");
        String again = begun.getResponse().getHeader("Location");
        assertThat(again).isEqualTo(UNUSED + "&walk=w-1");

        gateway.answer(FindUnusedGrants.class, query -> Optional.of(walk(State.DONE)));
        var done = http.get().uri(again).exchange();

        assertThat(done).hasStatus(200);
        assertThat(done).bodyJson().extractingPath("state").isEqualTo("done");
        assertThat(((FindUnusedGrants) gateway.last()).walk()).contains("w-1");
        assertThat(((FindUnusedGrants) gateway.last()).since()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void saysWhenToComeAgainWhereTooManyRun() {
        gateway.answer(FindUnusedGrants.class, query -> {
            throw new TooManyRunning("2 of these are running already; wait for one to end, or cancel one");
        });
        gateway.answer(RunSimulation.class, command -> {
            throw new TooManyRunning("2 of these are running already; wait for one to end, or cancel one");
        });

        for (var refused : List.of(
                http.get().uri(UNUSED).exchange(),
                json(http.post().uri("/simulations"), "{\"changes\":[{\"put\":{}}]}")
                        .exchange())) {
            assertThat(refused).hasStatus(429);
            assertThat(refused).headers().hasValue("Retry-After", "1");
            assertThat(refused).bodyJson().extractingPath("detail").asString().contains("wait for one to end");
        }
    }

    private static UnusedGrants walk(State state) {
        return new UnusedGrants(
                "w-1",
                Instant.parse("2026-11-01T00:00:00Z"),
                state,
                new WalkProgress.View(5, 10, 1, 5),
                5,
                0,
                7,
                List.of(),
                Optional.empty());
    }
}
