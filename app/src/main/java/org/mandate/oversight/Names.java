package org.mandate.oversight;

import java.util.Map;

/** Usernames by the ids of their users. */
public record Names(Map<String, String> byId) {

    /** Nobody's. */
    public static final Names NONE = new Names(Map.of());

    public Names {
        byId = Map.copyOf(byId);
    }

    /** The username; the id itself where there is none. */
    public String of(String id) {
        return byId.getOrDefault(id, id);
    }

    /** The sentence with usernames in place of the ids that stand in it between back-ticks. */
    public String in(String sentence) {
        String named = sentence;
        for (Map.Entry<String, String> one : byId.entrySet()) {
            named = named.replace("`" + one.getKey() + "`", "`" + one.getValue() + "`");
        }
        return named;
    }
}
