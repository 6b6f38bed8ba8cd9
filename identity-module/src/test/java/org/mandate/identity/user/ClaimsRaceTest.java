package org.mandate.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.identity.user.Users.registerWithoutPassword;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.UserId;

class ClaimsRaceTest {

    private static final int RACERS = 4;
    private static final int RACES = 20;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void givesAUsernameToExactlyOneOfThoseWhoRaceForIt(TestDatabase kind) throws Exception {
        var pool = Executors.newFixedThreadPool(RACERS);
        try (var world = new IdentityWorld(kind)) {
            for (var race = 0; race < RACES; race++) {
                var number = race;
                var barrier = new CyclicBarrier(RACERS);
                var racers = IntStream.range(0, RACERS)
                        .<Callable<Boolean>>mapToObj(racer -> () -> {
                            barrier.await();
                            return wins(world, new UserId("racer-" + number + "-" + racer), "Racer-" + number);
                        })
                        .toList();

                var wins = 0;
                for (var result : pool.invokeAll(racers)) {
                    wins += result.get() ? 1 : 0;
                }
                assertThat(wins).isEqualTo(1);
            }
            assertThat(world.jdbc()
                            .sql("select count(*) from identity_user")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(RACES);
        } finally {
            pool.shutdown();
        }
    }

    private static boolean wins(IdentityWorld world, UserId user, String username) {
        try {
            world.send(registerWithoutPassword(user, username));
            return true;
        } catch (UserRuleViolated e) {
            assertThat(e.rule()).isEqualTo(UserRuleViolated.Rule.USERNAME_TAKEN);
            return false;
        }
    }
}
