package org.mandate.blackbox;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** All that is logged while it is open. */
final class RecordedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    static RecordedLog open() {
        var log = new RecordedLog();
        log.start();
        root().addAppender(log);
        return log;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** The lines that the logger of this name wrote, or one below it. */
    List<ILoggingEvent> by(String logger) {
        return events.stream()
                .filter(event -> event.getLoggerName().startsWith(logger))
                .toList();
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }
}
