package org.mandate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.RunningApp;
import org.mandate.replay.ProjectionView.Finding;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.CronExpression;

class NightlySelfCheckTest {

    @Test
    void comparesEveryViewEachNightAtThree() {
        try (ConfigurableApplicationContext app = RunningApp.on(Databases.h2())) {
            List<String> crons = app.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                    .flatMap(holder -> holder.getScheduledTasks().stream())
                    .map(ScheduledTask::getTask)
                    .filter(task -> task instanceof CronTask && task.toString().contains("NightlySelfCheck"))
                    .map(task -> ((CronTask) task).getExpression())
                    .toList();

            assertThat(crons).hasSize(1);
            assertThat(CronExpression.parse(crons.get(0)).next(LocalDateTime.parse("2026-11-27T16:00:00")))
                    .isEqualTo("2026-11-28T03:00:00");
        }
    }

    @Test
    void runsWhenItsTimeHasCome() {
        try (ConfigurableApplicationContext app =
                RunningApp.on(Databases.h2(), "--mandate.self-check.cron=* * * * * *")) {
            SelfChecks checks = app.getBean(SelfChecks.class);

            await().until(() -> checks.latest().keySet().containsAll(List.of("facts", "posts", "users")));

            assertThat(checks.latest().values()).allMatch(Finding::equal);
        }
    }
}
