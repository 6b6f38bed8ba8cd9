package org.mandate.console;

import java.util.List;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.simulation.Reach;
import org.mandate.oversight.Names;

/** What somebody gains or loses, as a row of a list. */
public record Reached(String type, String id, String name, List<String> permissions) {

    /** The first of these as rows. */
    public static List<Reached> first(List<Reach.Difference> differences, int most, Names names) {
        return differences.stream()
                .limit(most)
                .map(one -> new Reached(
                        one.subject().type(),
                        one.subject().id(),
                        names.of(one.subject().id()),
                        one.permissions()))
                .toList();
    }

    /** The ids of the users among the first of those who gain and of those who lose. */
    public static Stream<String> users(Reach reach, int most) {
        return Stream.concat(
                        reach.gain().stream().limit(most), reach.lose().stream().limit(most))
                .map(Reach.Difference::subject)
                .filter(subject -> subject.type().equals(SubjectId.USER))
                .map(SubjectId::id);
    }
}
