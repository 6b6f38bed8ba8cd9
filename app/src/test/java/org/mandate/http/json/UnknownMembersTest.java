package org.mandate.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.http.problem.FieldFault;

class UnknownMembersTest {

    record Outer(Optional<String> name, Optional<List<Inner>> items) {}

    record Inner(Optional<String> name) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"god":1}                              | god
            {"god":[1,[2]]}                        | god
            {"god":{"a":{"god":1}}}                | god
            {"name":"x","items":[],"god":["a"]}    | god
            {"items":[{"god":1}]}                  | items[0].god
            {"items":[{},{"god":[1]}]}             | items[1].god
            {"items":[{"name":"x","god":{"b":1}}]} | items[0].god
            """)
    void namesTheMemberByItsPath(String json, String path) {
        var found = new UnknownMembers.Found(new ArrayList<>());

        StrictJson.mapper()
                .readerFor(Outer.class)
                .withAttribute(UnknownMembers.attribute(), found)
                .readValue(json);

        assertThat(found.faults()).extracting(FieldFault::field).containsExactly(path);
    }
}
