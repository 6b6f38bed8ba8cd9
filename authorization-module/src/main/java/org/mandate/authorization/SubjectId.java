package org.mandate.authorization;

/** A subject: who asks, or who is granted. Users have the type {@code user} and their user id. */
public record SubjectId(String type, String id) {

    public static final String USER = "user";

    public static SubjectId user(String id) {
        return new SubjectId(USER, id);
    }

    /** The event stream of this subject's assignments. Prefixed, since streams of all kinds share one key in the store. */
    public String stream() {
        return "subject:" + type + ":" + id;
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
