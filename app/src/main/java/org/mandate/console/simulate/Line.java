package org.mandate.console.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mandate.authorization.SubjectId;
import org.mandate.oversight.Names;
import org.springframework.web.util.UriUtils;

/** A sentence of which some parts lead to pages, and some are set as code. */
record Line(List<Part> parts) {

    /**
     * A stretch of it.
     * @param href the page that it leads to; empty where it leads nowhere
     */
    record Part(String text, String href, boolean code) {}

    Line {
        parts = List.copyOf(parts);
    }

    /** The sentence as text alone. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** The sentence with words at its end. */
    Line and(String words) {
        return words.isEmpty()
                ? this
                : new Words(Names.NONE).all(parts).say(words).line();
    }

    /** Puts a sentence together. */
    static final class Words {

        private static final String LISTED = ", ";

        private final List<Part> parts = new ArrayList<>();
        private final Names names;

        Words(Names names) {
            this.names = names;
        }

        Words say(String text) {
            if (!text.isEmpty()) {
                parts.add(new Part(text, "", false));
            }
            return this;
        }

        Words code(String text) {
            parts.add(new Part(text, "", true));
            return this;
        }

        Words codes(Collection<String> texts) {
            each(texts, this::code);
            return this;
        }

        Words role(String role) {
            return linked(role, "/console/roles/");
        }

        Words roles(Collection<String> roles) {
            each(roles, this::role);
            return this;
        }

        Words policy(String policy) {
            return linked(policy, "/console/policies/");
        }

        /** A user under the name that the reader knows; anything else with its type. */
        Words subject(String type, String id) {
            if (!type.equals(SubjectId.USER)) {
                return say(type + " ").code(id);
            }
            String name = names.of(id);
            parts.add(new Part(name, "/console/users/" + segment(id), false));
            return this;
        }

        Words all(List<Part> others) {
            parts.addAll(others);
            return this;
        }

        Line line() {
            return new Line(parts);
        }

        private Words linked(String name, String page) {
            parts.add(new Part(name, page + segment(name), false));
            return this;
        }

        private void each(Collection<String> texts, Consumer<String> saying) {
            boolean first = true;
            for (String text : texts) {
                if (!first) {
                    say(LISTED);
                }
                saying.accept(text);
                first = false;
            }
        }

        private static String segment(String name) {
            return Objects.requireNonNull(UriUtils.encodePathSegment(name, StandardCharsets.UTF_8));
        }
    }
}
