package org.mandate.authorization.decision;

import java.util.List;
import java.util.Locale;

/**
 * Why a decision came out as it did, as a tree of all that was looked at.
 * @param sentence the same in one sentence
 * @param wouldAllow for a denial, what would make it an allow: each a whole that suffices by itself, unless it says
 *     otherwise: joined by `; and` where several things have to change
 */
public record Explanation(String sentence, Node tree, List<String> wouldAllow) {

    public Explanation {
        wouldAllow = List.copyOf(wouldAllow);
    }

    /** What looking at one thing came to. The lower-case name with spaces is what answers carry. */
    public enum Outcome {
        MET,
        NOT_MET,
        /** It depends on an attribute that is not known. */
        UNKNOWN,
        /** It could not be evaluated. */
        ERROR;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One thing that was looked at: a requirement, an assignment, a policy, ownership. */
    public record Node(Outcome outcome, String text, List<Node> children) {

        public Node {
            children = List.copyOf(children);
        }
    }
}
