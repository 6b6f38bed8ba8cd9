package org.mandate.http.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;

/** The fields of a form post, each of which stands at most once. */
public record Form(Map<String, String> fields) {
    public Form {
        fields = Map.copyOf(fields);
    }

    /** Fields of other names are a mistake of the caller. */
    public void only(String... names) {
        List<FieldFault> unknown = fields.keySet().stream()
                .filter(name -> !List.of(names).contains(name))
                .sorted()
                .map(name -> new FieldFault(name, "the parameter is not known here"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).found();
        }
    }

    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> Problem.invalid(name, "is required").found());
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
