package org.mandate.replay;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the views with the history when little else happens; {@code mandate.self-check.cron=-} turns it off. */
@Component
class NightlySelfCheck {

    private final Replays replays;

    NightlySelfCheck(Replays replays) {
        this.replays = replays;
    }

    @Scheduled(cron = "${mandate.self-check.cron:0 0 3 * * *}", zone = "UTC")
    void run() {
        replays.checkAll();
    }
}
