package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Explanation.Node;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.identity.event.UserDeactivated;

class ExplanationTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Chronicle chronicle = new Chronicle()
            .permissions("docs:read", "docs:sign")
            .role("reader", List.of("docs:read"))
            .role("clerk", List.of("docs:sign"), "reader")
            .role("many", manyPermissions())
            .role("admin", List.of())
            .user("ann")
            .user("bob")
            .user("gone")
            .assign("a-ann", "ann", "clerk")
            .then(new UserDeactivated("gone"))
            .post("p1", "ann", true);

    private static List<String> manyPermissions() {
        return java.util.stream.IntStream.range(10, 35)
                .mapToObj(i -> "thing:do-" + i)
                .toList();
    }

    record Case(String user, Requirement requirement, boolean allowed, String node, String reason) {}

    static Stream<Case> cases() {
        return Stream.concat(ofIdentityAndRoles(), ofScopesAndDelegation());
    }

    private static Stream<Case> ofIdentityAndRoles() {
        return Stream.of(
                new Case("ann", Requirement.authenticated(), true, "is signed in and active", "signed in and active"),
                new Case("ann", Requirement.owner(), true, "owns the resource", "the subject owns `posts/p1`"),
                new Case("bob", Requirement.owner(), false, "owns the resource", "the subject does not own `posts/p1`"),
                new Case(
                        "ann",
                        Requirement.role("reader"),
                        true,
                        "holds `reader`",
                        "assignment `a-ann` of role `clerk`, which counts as `reader`"),
                new Case("ann", Requirement.role("clerk"), true, "holds `clerk`", "assignment `a-ann` of role `clerk`"),
                new Case(
                        "bob",
                        Requirement.anyRole("reader", "clerk"),
                        false,
                        "holds one of `reader`, `clerk`",
                        "one of these roles is missing: `reader`, `clerk`"),
                new Case(
                        "bob",
                        Requirement.anyPermission("docs:read", "docs:sign"),
                        false,
                        "is given one of `docs:read`, `docs:sign`",
                        "no valid assignment gives one of `docs:read`, `docs:sign`"));
    }

    private static Stream<Case> ofScopesAndDelegation() {
        return Stream.of(
                new Case(
                        "bob",
                        Requirement.scope("x"),
                        false,
                        "the token, where there is one, carries the scope `x`",
                        "the token does not carry the scope `x`"),
                new Case(
                        "ann",
                        Requirement.allPermissions(List.of("docs:sign", "docs:read")),
                        true,
                        "holds all of `docs:read`, `docs:sign`",
                        "the subject holds all that would be passed on: `docs:read`, `docs:sign`"),
                new Case(
                        "bob",
                        Requirement.mayGrant("clerk"),
                        false,
                        "holds all that role `clerk` gives",
                        "one may give only what one holds; missing: `docs:read`, `docs:sign`"),
                new Case("bob", Requirement.anyOf(), false, "any of these", "nothing allows this"),
                new Case(
                        "ann",
                        Requirement.may("fly"),
                        false,
                        "the access model allows `fly`: by ownership, a permission or a policy",
                        "no valid assignment gives `posts:fly`"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysOfEachRequirementWhatItIsAndHowItCameOut(Case one) {
        Decision decision = decide(one.user(), one.requirement());
        Node node = decision.explanation().orElseThrow().tree().children().get(0);

        assertThat(decision.allowed()).isEqualTo(one.allowed());
        assertThat(decision.reasons()).extracting(Reason::detail).containsExactly(one.reason());
        assertThat(node.text()).isEqualTo(one.node());
        assertThat(node.outcome()).isEqualTo(one.allowed() ? Outcome.MET : Outcome.NOT_MET);
        assertThat(node.children()).extracting(Node::text).containsExactly(one.reason());
        assertThat(decision.explanation().orElseThrow().sentence())
                .isEqualTo((one.allowed() ? "Allowed: " : "Denied: ") + one.reason() + ".");
        assertThat(decision.toString()).startsWith(one.allowed() ? "allow at " : "deny at ");
    }

    @Test
    void namesWithAStableText() {
        assertThat(Requirement.allOf(Requirement.allPermissions(List.of("b:c", "a:b")), Requirement.mayGrant("clerk")))
                .hasToString("allOf(allPermissions(a:b,b:c),mayGrant(clerk))");
        assertThat(List.of(Outcome.values()))
                .extracting(Outcome::label)
                .containsExactly("met", "not met", "unknown", "error");
    }

    @Test
    void keepsOfAConjunctionOnlyWhatItLackedAndExplainsAllOfIt() {
        Requirement both = Requirement.allOf(
                Requirement.anyOf(Requirement.owner(), Requirement.role("clerk")),
                Requirement.role("admin"),
                Requirement.role("many"));

        Decision decision = decide("ann", both);

        assertThat(decision.reasons()).extracting(Reason::detail).containsExactly("the role is missing: `admin`");
        Explanation why = decision.explanation().orElseThrow();
        assertThat(why.tree().outcome()).isEqualTo(Outcome.NOT_MET);
        Node all = why.tree().children().get(0);
        assertThat(all.text()).isEqualTo("all of these");
        assertThat(all.children())
                .extracting(Node::outcome)
                .containsExactly(Outcome.MET, Outcome.NOT_MET, Outcome.NOT_MET);
        assertThat(why.wouldAllow()).containsExactly("holding `admin`; and holding `many`");
    }

    @Test
    void keepsOfADisjunctionOnlyWhatMetIt() {
        Decision decision = decide(
                "ann",
                Requirement.anyOf(
                        Requirement.allOf(Requirement.role("clerk"), Requirement.role("admin")), Requirement.owner()));

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reasons()).extracting(Reason::kind).containsExactly(Kind.OWNER);
        assertThat(decision)
                .isEqualTo(decide("ann", Requirement.owner()))
                .isNotEqualTo(decide("ann", Requirement.role("admin")));
        assertThat(decision.hashCode())
                .isEqualTo(decide("ann", Requirement.owner()).hashCode());
        assertThat(decision.hashCode())
                .isNotEqualTo(decide("bob", Requirement.owner()).hashCode());
    }

    @Test
    void saysWhichTermsStandInTheWay() {
        limited("early", Optional.of(NOON.plusSeconds(1)), Optional.empty(), List.of(), Optional.empty());
        limited("late", Optional.empty(), Optional.of(NOON), List.of(), Optional.empty());
        limited("far", Optional.empty(), Optional.empty(), List.of("10.0.0.0/8"), Optional.empty());
        limited("else", Optional.empty(), Optional.empty(), List.of(), Optional.of(new Terms.Target("docs", "d7")));

        Explanation why =
                decide("bob", Requirement.permission("docs:sign")).explanation().orElseThrow();

        assertThat(why.tree().children().get(0).children())
                .extracting(Node::text)
                .containsExactly(
                        "assignment `early` of role `clerk` is not valid before 2026-06-01T12:00:01Z",
                        "assignment `late` of role `clerk` was valid until 2026-06-01T12:00:00Z",
                        "assignment `far` of role `clerk` holds only from 10.0.0.0/8",
                        "assignment `else` of role `clerk` is limited to `docs/d7`",
                        "no valid assignment gives `docs:sign`");
        assertThat(why.wouldAllow())
                .containsExactly(
                        "assignment `early` of role `clerk` would give it from 2026-06-01T12:00:01Z on",
                        "assignment `late` of role `clerk` would give it if it were prolonged",
                        "assignment `far` of role `clerk` would give it to a request from 10.0.0.0/8",
                        "assignment `else` of role `clerk` would give it if it were not limited to `docs/d7`",
                        "a role that gives `docs:sign`: `admin`, `clerk`");
    }

    @Test
    void namesAllThatStandsInTheWayOfAnAssignmentAtOnce() {
        limited(
                "both",
                Optional.empty(),
                Optional.of(NOON),
                List.of("10.0.0.0/8"),
                Optional.of(new Terms.Target("docs", "d7")));

        Explanation why =
                decide("bob", Requirement.permission("docs:sign")).explanation().orElseThrow();

        assertThat(why.wouldAllow())
                .startsWith("assignment `both` of role `clerk` would give it if it were prolonged"
                        + ", and to a request from 10.0.0.0/8, and if it were not limited to `docs/d7`");
    }

    @Test
    void blamesNoPolicyThatDoesNotDeny() {
        chronicle
                .deny("others", "posts", "burn", List.of(), "subject.id == 'ann'")
                .deny("unknown", "posts", "burn", List.of(), "resource.attributes.wet")
                .allow("all", "posts", "burn", List.of(), null);

        Explanation why =
                decide("bob", Requirement.may("burn"), "burn").explanation().orElseThrow();

        assertThat(why.wouldAllow())
                .containsExactly("policy `unknown` denies this: `resource.attributes.wet` would have to be false");
    }

    @Test
    void saysForWhomAPolicyIsAndWhatDenies() {
        chronicle
                .allow("for-clerks", "posts", "stamp", List.of("clerk"), "true")
                .allow("for-many", "posts", "stamp", List.of("many", "admin"), null)
                .deny("never", "posts", "burn", List.of(), null)
                .deny("seldom", "posts", "burn", List.of(), "subject.id == 'bob'")
                .deny("not-many", "posts", "burn", List.of("many"), null);

        Explanation stamping =
                decide("bob", Requirement.may("stamp"), "stamp").explanation().orElseThrow();
        Explanation burning =
                decide("bob", Requirement.may("burn"), "burn").explanation().orElseThrow();

        assertThat(stamping.tree().children().get(0).children())
                .extracting(Node::text)
                .containsExactly(
                        "policy `for-clerks` is for holders of `clerk`",
                        "policy `for-many` is for holders of one of `admin`, `many`",
                        "no valid assignment gives `posts:stamp`");
        assertThat(stamping.wouldAllow())
                .startsWith(
                        "holding `clerk` would make policy `for-clerks` apply",
                        "holding one of `admin`, `many` would make policy `for-many` apply");
        assertThat(burning.tree().children())
                .extracting(Node::outcome)
                .startsWith(Outcome.MET, Outcome.NOT_MET, Outcome.MET);
        assertThat(burning.wouldAllow())
                .containsExactly("policy `never` denies this whatever else allows it: it would have to be retired"
                        + "; and policy `seldom` denies this: `subject.id == 'bob'` would have to be false"
                        + "; and a role that gives `posts:burn`: `admin`");
        assertThat(decide("bob", Requirement.may("burn"), "burn").reasons())
                .extracting(Reason::name)
                .containsExactly("never", "seldom");
    }

    @Test
    void saysWhatStandsInTheWayOfTheInactive() {
        Decision decision = decide("gone", Requirement.role("admin"));

        assertThat(decision.reasons()).containsExactly(new Reason(Kind.INACTIVE, "gone", "user `gone` is deactivated"));
        assertThat(decision.explanation().orElseThrow().wouldAllow())
                .containsExactly("user `gone` would have to be active; and holding `admin`");
    }

    @Test
    void namesNoMoreThanOneCanRead() {
        Reason missing = decide("bob", Requirement.mayGrant("many")).reasons().get(0);

        assertThat(missing.detail()).contains("`thing:do-29` and 5 more").doesNotContain("`thing:do-30`");
        assertThat(missing.name()).endsWith("thing:do-29 and 5 more");
    }

    private void limited(
            String id,
            Optional<Instant> from,
            Optional<Instant> until,
            List<String> networks,
            Optional<Terms.Target> only) {
        chronicle.assign(id, "bob", "clerk", new Terms(from, until, networks, only, Optional.empty()));
    }

    private Decision decide(String user, Requirement requirement) {
        return decide(user, requirement, "manage");
    }

    private Decision decide(String user, Requirement requirement, String action) {
        AccessRequest request = new AccessRequest(
                SubjectId.user(user),
                Map.of(),
                Action.of(action),
                Resource.of("posts", "p1"),
                Map.of(),
                requirement,
                Optional.of(Set.of("y")),
                Optional.empty());
        return Decider.decide(chronicle.facts(), request, NOON);
    }
}
