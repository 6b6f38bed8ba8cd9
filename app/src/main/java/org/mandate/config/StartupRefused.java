package org.mandate.config;

/** The server must not start like this. The message is one sentence that says what to change. */
public class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefused(String message) {
        super(message);
    }
}
