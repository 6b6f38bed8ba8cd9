package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalsTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Refusals.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant now = Decisions.NOON;
    private final Refusals refusals = new Refusals(() -> now);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void tellsOfManyInOneLine() {
        for (var i = 0; i < 1000; i++) {
            assertThat(refusals.of("no room")).hasMessage("no room");
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("decisions are refused, 1 since this was last said: no room");
    }

    @Test
    void tellsLaterHowManyThereWere() {
        for (var i = 0; i < 1000; i++) {
            refusals.of("no room");
        }
        now = now.plus(Duration.ofSeconds(10));

        refusals.of("still no room");

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .last()
                .isEqualTo("decisions are refused, 1000 since this was last said: still no room");
    }

    @Test
    void logsNoStack() {
        refusals.of("no room");

        assertThat(log.list)
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    }
}
