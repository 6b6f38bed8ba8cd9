package org.mandate.authorization.journal;

import java.util.Optional;
import org.mandate.authorization.SubjectId;

/**
 * Where a question came from. It is recorded with the decision and plays no part in it.
 * @param requester who asked; the subject itself, or a gateway that asked on its behalf
 */
public record Provenance(
        SubjectId requester, Optional<String> ip, Optional<String> userAgent, String requestId, Channel channel) {

    /** The door that a question came through. */
    public enum Channel {
        HTTP("http"),
        ACCESS_API("access-api"),
        CONSOLE("console");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
