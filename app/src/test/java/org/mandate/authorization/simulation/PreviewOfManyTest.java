package org.mandate.authorization.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.enforcement.SystemGateway;
import org.springframework.context.ConfigurableApplicationContext;

/** A preview of a day that has more decisions than are looked at. */
class PreviewOfManyTest {

    private static final int MOST = 3;
    private static final List<Object> CHANGE = List.of(new RolePermissionGranted("user", "posts:delete"));

    @Test
    void saysWhichOfThemItLookedAt() {
        try (ConfigurableApplicationContext app = RunningApp.on(Databases.h2())) {
            World world = app.getBean(World.class);
            Preview preview = new Preview(world, MOST);
            ask(app, 2);

            Preview.Effect whole = preview.of(CHANGE);
            assertThat(whole.complete()).isTrue();
            assertThat(whole.found().decisions()).isEqualTo(world.walk().head());

            ask(app, 5);
            Preview.Effect cut = preview.of(CHANGE);

            assertThat(cut.complete()).isFalse();
            assertThat(cut.found().decisions()).isEqualTo(MOST);
            List<DecisionRecord> all = decisions(app);
            assertThat(cut.from()).isEqualTo(all.get(all.size() - MOST).at());
            assertThat(cut.to()).isAfterOrEqualTo(all.get(all.size() - 1).at());
        }
    }

    private static void ask(ConfigurableApplicationContext app, int times) {
        for (int i = 0; i < times; i++) {
            Evaluate question = new Evaluate(
                    new SubjectId("service", "s"),
                    Map.of(),
                    Action.of("read"),
                    Resource.of("posts", "p" + i),
                    Map.of(),
                    Optional.empty(),
                    new Provenance(
                            new SubjectId("service", "gateway"),
                            Optional.empty(),
                            Optional.empty(),
                            "r",
                            Channel.ACCESS_API));
            app.getBean(SystemGateway.class).ask(question, ResponseTypes.instanceOf(Recorded.class));
        }
    }

    private static List<DecisionRecord> decisions(ConfigurableApplicationContext app) {
        JournalRecords records = app.getBean(JournalRecords.class);
        List<DecisionRecord> found = new ArrayList<>();
        records.read(0, Integer.MAX_VALUE, stored -> {
            if (records.open(stored) instanceof DecisionRecord decision) {
                found.add(decision);
            }
        });
        return found;
    }
}
