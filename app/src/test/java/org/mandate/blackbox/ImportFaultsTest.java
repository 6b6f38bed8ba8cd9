package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer names all that is wrong with a catalogue, whatever part of it is wrong. */
@ParameterizedClass
@EnumSource(Server.class)
class ImportFaultsTest {

    private static final String FAULTY = """
                {"permissions":[{"name":"if:a","description":5},{"name":"if:b"},{"name":"if:b"}],
                 "roles":[{"name":"if-one","description":"\\u0001","permissions":["if:a","if:c"],"inherits":["if-two"]},
                          {"name":"if-two","inherits":["if-one"]},
                          {"name":"if-bad!","permissions":["if:d"]},
                          7],
                 "subjects":[{"type":"user","username":"x","roles":["if-one","if-three"]},
                             {"type":"user","username":"if-ann","id":"","roles":["if-bad!"]},
                             {"type":"robot","roles":["if-four"]},
                             {"type":"robot","id":"r","roles":[{"role":"if-one","validFrom":"soon"}]},
                             {"type":"robot","id":"r"}],
                 "entities":[{"id":"e"},{"id":"e"},{"type":"van","id":"v"}],
                 "policies":[{"id":"if-p","effect":"maybe","resourceType":"van","actions":["*"],"roles":["if-five"],
                              "condition":"1 +"}],
                 "constraints":[{"roles":["if-one","if-six"],"max":9}]}
                """;

    @Parameter
    Server server;

    @Test
    void namesFaultsOfFormAndOfMeaningTogether() {
        assertThat(faults("""
                {"permissions":[{"name":"bad"}],
                 "roles":[{"name":"zz","permissions":["no:perm"],"inherits":["nope"]}],
                 "subjects":[{"type":"user"}],"foo":1}
                """))
                .containsExactlyInAnyOrder(
                        "permissions[0].name",
                        "roles[0].permissions[0]",
                        "roles[0].inherits[0]",
                        "subjects[0].username",
                        "foo");
    }

    @Test
    void namesAnIdThatNoAddressCouldLeadTo() {
        assertThat(faults("""
                {"subjects":[{"type":"user","username":"if-up","id":"../x"},
                             {"type":"user","username":"if-dot","id":".."},
                             {"type":"user","username":"if-new","id":"new"},
                             {"type":"user","username":"if-cut","id":"a;b"}]}
                """)).containsExactlyInAnyOrder("subjects[0].id", "subjects[1].id", "subjects[3].id");
    }

    @Test
    void namesFaultsOfEveryKindTogether() {
        assertThat(faults(FAULTY))
                .containsExactlyInAnyOrder(
                        "permissions[0].description",
                        "permissions[2].name",
                        "roles[0].description",
                        "roles[0].permissions[1]",
                        "roles[0].inherits",
                        "roles[1].inherits",
                        "roles[2].name",
                        "roles[2].permissions[0]",
                        "roles[3]",
                        "subjects[0].username",
                        "subjects[0].roles[1]",
                        "subjects[1].id",
                        "subjects[1].roles[0]",
                        "subjects[2].id",
                        "subjects[2].roles[0]",
                        "subjects[3].roles[0].validFrom",
                        "subjects[4].id",
                        "entities[0].type",
                        "entities[0].attributes",
                        "entities[1].type",
                        "entities[1].attributes",
                        "entities[2].attributes",
                        "policies[0].effect",
                        "policies[0].roles[0]",
                        "policies[0].condition",
                        "constraints[0].roles[1]",
                        "constraints[0].max");
    }

    /** What was not read cannot be missed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"roles\":5,\"subjects\":[{\"type\":\"robot\",\"id\":\"r\",\"roles\":[\"if-unread\"]}]}",
                "{\"subjects\":[{\"type\":\"robot\",\"id\":\"r\",\"roles\":[\"if-unread\"]}],\"roles\":[{"
            })
    void saysNothingOfWhatItCouldNotRead(String catalogue) {
        assertThat(faults(catalogue)).hasSize(1).doesNotContain("subjects[0].roles[0]");
    }

    private List<String> faults(String catalogue) {
        var answers = List.of(
                server.admin().api().post("/admin/import", catalogue),
                server.admin().api().post("/admin/import?dryRun=true", catalogue));
        answers.forEach(answer -> answer.expectProblem(400));
        assertThat(answers.get(0).json().path("errors"))
                .isEqualTo(answers.get(1).json().path("errors"));
        return answers.get(0)
                .json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
