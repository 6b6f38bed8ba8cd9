package org.mandate.enforcement;

import java.util.concurrent.CompletionException;

/** Takes the bus's wrapping off an exception, so that a caller sees what the handler threw. */
final class Unwrapped {

    private static final int DEEPEST_CAUSE = 12;

    private Unwrapped() {}

    static RuntimeException of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof RuntimeException ours && isOurs(cause)) {
                return ours;
            }
            cause = cause.getCause();
        }
        return outermost(thrown);
    }

    private static boolean isOurs(Throwable thrown) {
        return thrown.getClass().getName().startsWith("org.mandate.");
    }

    private static RuntimeException outermost(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (thrown instanceof CompletionException && cause != null) {
            return outermost(cause);
        }
        return thrown instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a handler failed", thrown);
    }
}
