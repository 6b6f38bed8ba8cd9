package org.mandate.authorization.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;

class SearcherTest {

    private static final Instant NOW = Chronicle.BEGAN;
    private static final SubjectId ROBOT = new SubjectId("robot", "r1");

    private final Chronicle chronicle = new Chronicle()
            .permissions("reports:read", "reports:write")
            .role("reader", List.of("reports:read"))
            .role("chief", List.of("reports:*"), "reader")
            .role("moderator", List.of("posts:update"))
            .role("outsider", List.of())
            .user("ann")
            .user("bob")
            .user("cid");

    @Test
    void findsHoldersThroughInheritanceInTheOrderOfTheirIds() {
        chronicle.assign("1", "cid", "reader").assign("2", "ann", "chief").assign("3", "bob", "outsider");

        Found found = search(users("read", Resource.of("reports", "1")));

        assertThat(found).isEqualTo(new Found(List.of("ann", "cid"), Optional.empty(), true, chronicle.position()));
    }

    @Test
    void findsNobodyTwice() {
        chronicle.assign("1", "ann", "reader").assign("2", "ann", "chief").assign("3", "ann", "reader");

        assertThat(names(users("read", Resource.of("reports", "1")))).containsExactly("ann");
    }

    @Test
    void findsTheOwnerAndWhoMayReadADraft() {
        chronicle.post("p1", "ann", false).assign("1", "bob", "moderator");

        assertThat(names(users("read", Resource.of("posts", "p1")))).containsExactly("ann", "bob");
        assertThat(names(users("delete", Resource.of("posts", "p1")))).containsExactly("ann");
        assertThat(names(resources(SubjectId.user("cid"), "read", "posts"))).isEmpty();
    }

    @Test
    void findsWhomAPolicyFavours() {
        chronicle
                .assign("1", "bob", "outsider")
                .allow("for-holders", "reports", "sign", List.of("outsider"), null)
                .allow("for-all", "reports", "list", List.of(), "subject.id != 'cid'");

        assertThat(names(users("sign", Resource.of("reports", "1")))).containsExactly("bob");
        assertThat(names(users("list", Resource.of("reports", "1")))).containsExactly("ann", "bob");
    }

    @Test
    void findsNobodyWhomAPolicyDenies() {
        chronicle
                .assign("1", "ann", "reader")
                .assign("2", "bob", "reader")
                .deny("not-ann", "reports", "read", List.of(), "subject.id == 'ann'");

        assertThat(names(users("read", Resource.of("reports", "1")))).containsExactly("bob");
    }

    @Test
    void findsAResourceThatIsKnownByAnAssignmentAlone() {
        chronicle.assign("1", ROBOT, "reader", onlyFor("reports", "r9")).entity("reports", "r1", Map.of());

        Found found = search(resources(ROBOT, "read", "reports"));

        assertThat(found.names()).containsExactly("r9");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void findsAPostThatIsKnownByAnAssignmentAlone() {
        chronicle.role("publisher", List.of("posts:publish"));
        chronicle.assign("1", ROBOT, "publisher", onlyFor("posts", "gone")).post("p1", "ann", true);

        Found found = search(resources(ROBOT, "publish", "posts"));

        assertThat(found.names()).containsExactly("gone");
        assertThat(found.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "reports", "user"})
    void saysThatWhatIsAllowedForAWholeTypeIsAllowedForMoreThanItKnows(String type) {
        chronicle.role("all-read", List.of("*:read")).assign("1", ROBOT, "all-read", Terms.UNLIMITED);

        assertThat(search(resources(ROBOT, "read", type)).complete()).isFalse();
        assertThat(search(resources(ROBOT, "write", type)).complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "reports", "user"})
    void saysThatWhoeverMayDoAllMayDoMoreThanItKnows(String type) {
        chronicle.role("all", List.of("*:*")).assign("1", "ann", "all").assign("2", "bob", "reader");

        assertThat(search(actions("ann", Resource.of(type, "1"))).complete()).isFalse();
        assertThat(search(actions("bob", Resource.of(type, "1"))).complete()).isTrue();
    }

    @Test
    void findsUsersAsResources() {
        chronicle.role("keeper", List.of("user:see")).assign("1", ROBOT, "keeper", Terms.UNLIMITED);

        assertThat(search(resources(ROBOT, "see", "user")))
                .isEqualTo(new Found(List.of("ann", "bob", "cid"), Optional.empty(), false, chronicle.position()));
    }

    @Test
    void findsActionsOfTheCatalogueOfPoliciesAndOfTheType() {
        chronicle
                .assign("1", "ann", "chief")
                .post("p1", "ann", true)
                .deny("no-writing", "reports", "write", List.of(), null)
                .allow("signing", "reports", "sign", List.of(), null);

        assertThat(names(actions("ann", Resource.of("reports", "1")))).containsExactly("read", "sign");
        assertThat(names(actions("ann", Resource.of("posts", "p1"))))
                .containsExactly("delete", "publish", "read", "update");
    }

    @Test
    void judgesTheAskerByWhereTheyAreAndOthersByWhatIsSaid() {
        Terms inside = new Terms(
                Optional.empty(), Optional.empty(), List.of("10.0.0.0/8"), Optional.empty(), Optional.empty());
        chronicle.assign("1", "ann", "reader", inside).assign("2", "bob", "reader", inside);
        Sought who = users("read", Resource.of("reports", "1"));

        assertThat(names(who, "ann", "192.0.2.1", "10.1.1.1")).containsExactly("ann");
        assertThat(names(who, "ann", "10.1.1.1", "192.0.2.1")).containsExactly("bob");
    }

    @Test
    void letsConditionsSeeTheNamesOfSubjects() {
        chronicle.allow("by-name", "reports", "sign", List.of(), "subject.username == 'Bob'");
        UnaryOperator<AccessRequest> names =
                question -> question.named(Optional.of(question.subject().id().replace("bob", "Bob")));

        Found found = Searcher.search(
                chronicle.facts(),
                NOW,
                new Search(users("sign", Resource.of("reports", "1")), anyhow(), new Paging(Place.BEGINNING, 10)),
                names);

        assertThat(found.names()).containsExactly("bob");
    }

    @ParameterizedTest
    @CsvSource({
        "read, true, nothing is held",
        "list, false, everybody is allowed",
        "guess, false, it depends on what is not known",
        "dial, true, what it depends on is known and does not hold",
        "step, false, what it depends on is known and holds",
        "open, false, only what is known here may be denied",
        "shut, true, whatever it is it is denied"
    })
    void saysWhetherMoreCouldBeAllowed(String action, boolean complete, String because) {
        chronicle
                .allow("listing", "reports", "list", List.of(), null)
                .allow("guessing", "reports", "guess", List.of(), "resource.attributes.lucky")
                .allow("dialling", "reports", "dial", List.of(), "context.phone")
                .allow("stepping", "reports", "step", List.of(), "context.stairs")
                .allow("opening", "reports", "open", List.of(), null)
                .deny("not-all-open", "reports", "open", List.of(), "resource.attributes.locked")
                .allow("shutting", "reports", "shut", List.of(), null)
                .deny("never-shut", "reports", "shut", List.of(), null);

        assertThat(search(resources(ROBOT, action, "reports")).complete())
                .as(because)
                .isEqualTo(complete);
        assertThat(search(users(action, Resource.of("reports", "1"))).complete())
                .as("all users are known here")
                .isTrue();
    }

    private Found search(Sought sought) {
        return search(sought, anyhow());
    }

    private Found search(Sought sought, Circumstances circumstances) {
        Search search = new Search(sought, circumstances, new Paging(Place.BEGINNING, 10));
        return Searcher.search(chronicle.facts(), NOW, search, UnaryOperator.identity());
    }

    private List<String> names(Sought sought) {
        return search(sought).names();
    }

    private List<String> names(Sought sought, String asker, String said, String seen) {
        return search(sought, new Circumstances(Map.of(), Optional.of(said), SubjectId.user(asker), Optional.of(seen)))
                .names();
    }

    private static Circumstances anyhow() {
        return new Circumstances(
                Map.of("stairs", true, "phone", false), Optional.empty(), SubjectId.user("asker"), Optional.empty());
    }

    private static Sought users(String action, Resource resource) {
        return new Sought.Subjects(SubjectId.USER, Action.of(action), resource);
    }

    private static Sought resources(SubjectId subject, String action, String type) {
        return new Sought.Resources(subject, Map.of(), Action.of(action), type);
    }

    private static Sought actions(String user, Resource resource) {
        return new Sought.Actions(SubjectId.user(user), Map.of(), resource);
    }

    private static Terms onlyFor(String type, String id) {
        return new Terms(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new Terms.Target(type, id)),
                Optional.empty());
    }
}
