package org.mandate.authorization.decision;

import java.util.Locale;

/**
 * One reason of a decision.
 * @param name what it is about: the role, the permission, the scope
 * @param detail a sentence for the auditor
 */
public record Reason(Kind kind, String name, String detail) {

    /** What kind of thing decided. The lower-case name is what records and queries carry. */
    public enum Kind {
        ROLE,
        POLICY,
        OWNER,
        SCOPE,
        INACTIVE,
        DEFAULT;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }
}
