package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Explanation.Node;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.identity.event.UserAttributesChanged;

class PoliciesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Chronicle chronicle = new Chronicle()
            .permissions("docs:read", "docs:delete", "docs:sign", "roles:assign")
            .role("reader", List.of("docs:read"))
            .role("clerk", List.of("docs:delete"), "reader")
            .role("lead", List.of("roles:assign"), "clerk")
            .role("favoured", List.of())
            .role("admin", List.of())
            .user("ann")
            .user("bob")
            .user("lea")
            .user("root")
            .then(new UserAttributesChanged("ann", Map.of("level", 3, "unit", "tax")))
            .assign("a-ann", "ann", "reader")
            .assign("a-bob", "bob", "clerk")
            .assign("a-lea", "lea", "lead")
            .assign("a-root", "root", "admin")
            .entity("docs", "d1", Map.of("owner", "ann", "unit", "tax", "sealed", false))
            .entity("docs", "d2", Map.of("owner", "bob", "unit", "law", "sealed", true))
            .entity("service", "s1", Map.of("trusted", true))
            .allow("owner-signs", "docs", "sign", List.of(), "resource.attributes.owner == subject.id")
            .allow("clerk-signs", "docs", "sign", List.of("clerk"), "resource.attributes.unit == 'law'")
            .allow("trusted", "docs", "read", List.of(), "subject.type == 'service' && subject.attributes.trusted")
            .allow("level", "docs", "shred", List.of(), "subject.attributes.level >= 3")
            .deny("sealed", "docs", "delete", List.of(), "resource.attributes.sealed")
            .deny("no-burning", "*", "burn", List.of(), null)
            .deny("not-policies", "*", "mend", List.of(), null);

    @ParameterizedTest(name = "{0} {1} {2}/{3}: {4} because {5}")
    @CsvSource(textBlock = """
            user/ann,    sign,   docs,     d1,  allow, owner-signs
            user/ann,    sign,   docs,     d2,  deny,  'docs:sign'
            user/bob,    sign,   docs,     d2,  allow, owner-signs
            user/lea,    sign,   docs,     d2,  allow, clerk-signs
            user/lea,    sign,   docs,     d1,  deny,  'docs:sign'
            user/bob,    delete, docs,     d1,  allow, clerk
            user/bob,    delete, docs,     d2,  deny,  sealed
            user/root,   delete, docs,     d2,  deny,  sealed
            user/bob,    delete, docs,     d3,  deny,  sealed
            user/root,   burn,   anything, x,   deny,  no-burning
            user/root,   mend,   anything, x,   deny,  not-policies
            user/root,   mend,   policies, x,   allow, admin
            user/ann,    shred,  docs,     d1,  allow, level
            user/bob,    shred,  docs,     d1,  deny,  level
            service/s1,  read,   docs,     d1,  allow, trusted
            service/s2,  read,   docs,     d1,  deny,  trusted
            user/zoe,    sign,   docs,     d1,  deny,  zoe
            """)
    void decidesByPolicies(String subject, String action, String type, String id, String expected, String reason) {
        Decision decision = decide(subject, action, type, id, Map.of(), Map.of());

        assertThat(decision.allowed()).as(decision.toString()).isEqualTo(expected.equals("allow"));
        assertThat(decision.reasons()).extracting(Reason::name).contains(reason);
    }

    @Test
    void letsWhatTheRequestSaysWinOverWhatIsStored() {
        assertThat(decide("user/bob", "sign", "docs", "d1", Map.of(), Map.of("owner", "bob"))
                        .allowed())
                .isTrue();
        assertThat(decide("user/bob", "shred", "docs", "d1", Map.of("level", 9), Map.of())
                        .allowed())
                .isTrue();
    }

    @Test
    void saysWhyAConditionCouldNotBeJudged() {
        assertThat(decide("user/bob", "shred", "docs", "d1", Map.of(), Map.of()).reasons())
                .contains(new Reason(
                        Kind.POLICY, "level", "policy `level` does not apply: key 'level' is not present in map."));
        assertThat(decide("user/bob", "delete", "docs", "d3", Map.of(), Map.of())
                        .reasons())
                .containsExactly(
                        new Reason(
                                Kind.POLICY,
                                "sealed",
                                "policy `sealed` denies this, since its condition could not be judged: key 'sealed' is not present in map."));
    }

    @Test
    void matchesARoleOfAPolicyByWhatIsHeldHereAndNow() {
        Terms onlyD9 = new Terms(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new Terms.Target("docs", "d9")),
                Optional.empty());
        chronicle.user("eve").assign("a-eve", "eve", "clerk", onlyD9).entity("docs", "d9", Map.of("unit", "law"));

        assertThat(decide("user/eve", "sign", "docs", "d9", Map.of(), Map.of()).allowed())
                .isTrue();
        assertThat(decide("user/eve", "sign", "docs", "d2", Map.of(), Map.of()).allowed())
                .isFalse();
    }

    @Test
    void givesConditionsTheOneInstantTheAddressAndTheName() {
        chronicle
                .allow("noon", "clock", "read", List.of(), "context.now == timestamp('2026-06-01T12:00:00Z')")
                .allow("named", "name", "read", List.of(), "subject.username == 'Ann'")
                .allow("inside", "net", "read", List.of(), "ipIn(context.ip, '10.0.0.0/8')");

        assertThat(decide("user/ann", "read", "clock", "", Map.of(), Map.of()).allowed())
                .isTrue();
        assertThat(decide("user/ann", "read", "net", "", Map.of(), Map.of()).allowed())
                .isFalse();
        AccessRequest request = request("user/ann", Requirement.may("read"), "read", Resource.of("name", ""));
        assertThat(Decider.decide(chronicle.facts(), request, NOON).allowed()).isFalse();
        assertThat(Decider.decide(chronicle.facts(), request.named(Optional.of("Ann")), NOON)
                        .allowed())
                .isTrue();
    }

    @Test
    void explainsADenialAsATreeAndSaysWhatWouldHelp() {
        Explanation why = decide("user/bob", "sign", "docs", "d1", Map.of(), Map.of())
                .explanation()
                .orElseThrow();

        assertThat(why.sentence()).startsWith("Denied: ").contains("no valid assignment gives `docs:sign`");
        assertThat(why.tree().outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(why.tree().children()).hasSize(1);
        assertThat(why.tree().children().get(0).children())
                .extracting(Node::outcome)
                .containsOnly(Outcome.NOT_MET);
        assertThat(why.wouldAllow())
                .contains(
                        "policy `owner-signs` would allow this if `resource.attributes.owner == subject.id` held",
                        "policy `clerk-signs` would allow this if `resource.attributes.unit == 'law'` held",
                        "a role that gives `docs:sign`: `admin`");
    }

    @Test
    void explainsWhatCouldNotBeJudgedAndWhatIsOutOfTerms() {
        Terms later = new Terms(
                Optional.of(NOON.plusSeconds(60)), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        chronicle.assign("a-late", "ann", "clerk", later);

        assertThat(decide("user/bob", "shred", "docs", "d1", Map.of(), Map.of())
                        .explanation()
                        .orElseThrow()
                        .tree()
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(decide("user/ann", "delete", "docs", "d1", Map.of(), Map.of())
                        .explanation()
                        .orElseThrow()
                        .wouldAllow())
                .contains("assignment `a-late` of role `clerk` would give it from 2026-06-01T12:01:00Z on");
    }

    @Test
    void explainsAnAllow() {
        Explanation why = decide("user/bob", "delete", "docs", "d1", Map.of(), Map.of())
                .explanation()
                .orElseThrow();

        assertThat(why.sentence()).isEqualTo("Allowed: assignment `a-bob` of role `clerk` gives `docs:delete`.");
        assertThat(why.tree().outcome()).isEqualTo(Outcome.MET);
        assertThat(why.wouldAllow()).isEmpty();
    }

    @Test
    void letsOneGrantOnlyWhatOneHolds() {
        chronicle.allow("favour", "docs", "read", List.of("favoured"), null);

        assertThat(mayGrant("user/lea", "clerk").allowed()).isTrue();
        assertThat(mayGrant("user/bob", "clerk").allowed()).isTrue();
        assertThat(mayGrant("user/bob", "lead").reasons())
                .containsExactly(new Reason(
                        Kind.DEFAULT, "roles:assign", "one may give only what one holds; missing: `roles:assign`"));
        assertThat(mayGrant("user/lea", "admin").reasons())
                .extracting(Reason::kind)
                .containsExactly(Kind.ROLE);
        assertThat(mayGrant("user/lea", "favoured").reasons())
                .extracting(Reason::name)
                .containsExactly("favour");
        assertThat(mayGrant("user/root", "lead").allowed()).isTrue();
        assertThat(mayGrant("user/root", "admin").allowed()).isTrue();
    }

    private Decision mayGrant(String subject, String role) {
        return Decider.decide(
                chronicle.facts(),
                request(subject, Requirement.mayGrant(role), "assign", Resource.of("roles", role)),
                NOON);
    }

    private Decision decide(
            String subject,
            String action,
            String type,
            String id,
            Map<String, Object> subjectSays,
            Map<String, Object> resourceSays) {
        AccessRequest plain = request(subject, Requirement.may(action), action, new Resource(type, id, resourceSays));
        return Decider.decide(
                chronicle.facts(),
                new AccessRequest(
                        plain.subject(),
                        subjectSays,
                        plain.action(),
                        plain.resource(),
                        Map.of(),
                        plain.requirement(),
                        Optional.empty(),
                        Optional.empty()),
                NOON);
    }

    private static AccessRequest request(String subject, Requirement requirement, String action, Resource resource) {
        String[] parts = subject.split("/");
        return new AccessRequest(
                new SubjectId(parts[0], parts[1]),
                Map.of(),
                Action.of(action),
                resource,
                Map.of(),
                requirement,
                Optional.empty(),
                Optional.empty());
    }
}
