package org.mandate.http.json;

import java.util.Map;
import java.util.Optional;
import org.mandate.http.problem.Problem;

/** The fields of a form post, each of which stands at most once. */
public record Form(Map<String, String> fields) {
    public Form {
        fields = Map.copyOf(fields);
    }

    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> Problem.invalid(name, "is required").found());
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
