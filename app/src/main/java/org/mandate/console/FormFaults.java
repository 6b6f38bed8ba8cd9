package org.mandate.console;

import java.util.List;
import java.util.stream.Collectors;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;

/**
 * Why a form was not taken.
 * @param text in one sentence; empty for a form that was not sent yet
 */
public record FormFaults(String text, List<FieldFault> errors) {

    /** Nothing is wrong so far. */
    public static final FormFaults NONE = new FormFaults("", List.of());

    static FormFaults of(Problem problem) {
        return new FormFaults(Sentence.of(problem.detail()), problem.errors());
    }

    /** The same, with what the names of the fields begin with taken off where they do. */
    public FormFaults beneath(String prefix) {
        List<FieldFault> shorter = errors.stream()
                .map(fault -> fault.field().startsWith(prefix)
                        ? new FieldFault(fault.field().substring(prefix.length()), fault.message())
                        : fault)
                .toList();
        return new FormFaults(text, shorter);
    }

    /** What is wrong with this field or with a part of it; empty where nothing is. */
    public String at(String field) {
        return errors.stream()
                .filter(fault -> fault.field().equals(field)
                        || fault.field().startsWith(field + "[")
                        || fault.field().startsWith(field + "."))
                .map(fault -> Sentence.of(fault.message()))
                .collect(Collectors.joining(" "));
    }
}
