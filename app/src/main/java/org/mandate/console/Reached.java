package org.mandate.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.reach.Reach;
import org.mandate.oversight.Names;

/**
 * What somebody gains or loses, as a row of a list.
 * @param from when, where that is not at once
 */
public record Reached(String type, String id, String name, List<String> permissions, Optional<Instant> from) {

    /** The first of these as rows. */
    public static List<Reached> first(List<Reach.Difference> differences, int most, Names names) {
        return differences.stream()
                .limit(most)
                .map(one -> new Reached(
                        one.subject().type(),
                        one.subject().id(),
                        names.of(one.subject().id()),
                        one.permissions(),
                        one.from()))
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
