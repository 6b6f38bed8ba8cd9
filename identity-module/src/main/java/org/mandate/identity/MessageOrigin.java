package org.mandate.identity;

/**
 * The metadata keys of commands, queries and events: who caused a message, and in which request. Set by the edge
 * from the verified token alone, never copied from a request header. Values are strings; none is personal data.
 */
public final class MessageOrigin {

    /** Id of the user who acts, or {@link #SYSTEM}. */
    public static final String ACTOR = "actor";

    /** The request that the message belongs to. */
    public static final String REQUEST_ID = "requestId";

    /** The recorded decision that let the message through. */
    public static final String DECISION_ID = "decisionId";

    /** The actor of what the system does by itself: seeding, automations. */
    public static final String SYSTEM = "system";

    private MessageOrigin() {}
}
