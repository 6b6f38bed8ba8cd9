package org.mandate.authorization.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.identity.event.UserAttributesChanged;

/** Whom changes reach that are only supposed. */
class ReachTest {

    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final Chronicle chronicle = new Chronicle()
            .user("ann")
            .user("bob")
            .permissions("doc:read", "doc:write")
            .role("docr", List.of("doc:read"))
            .role("docs", List.of("doc:*"))
            .role("none", List.of())
            .assign("a1", "ann", "docr");

    @Test
    void aPolicyGivesToThoseThatItIsFor() {
        assertThat(gain(allow("p", "write", List.of("docr"), null))).containsExactly("ann +[doc:write]");
        assertThat(gain(allow("p", "write", List.of(), null))).containsExactly("bob +[doc:write]");
    }

    @Test
    void aPolicyTakesFromThoseThatItDenies() {
        Reach reach = reach(List.of(policy("p", "deny", "read", List.of(), null)));

        assertThat(lines(reach.lose())).containsExactly("ann +[doc:read]");
        assertThat(reach.gain()).isEmpty();
        assertThat(reach.concerned()).isEqualTo(2);
    }

    @Test
    void otherWordsConcernNobody() {
        chronicle.deny("p", "doc", "read", List.of(), null);

        assertThat(reach(List.of(new PolicyChanged("p", "Why", "deny", "doc", List.of("read"), List.of(), null)))
                        .concerned())
                .isZero();
        assertThat(reach(List.of(new RoleDescribed("docr", "Reads"))).concerned())
                .isZero();
        assertThat(reach(List.of(new PolicyChanged("p", "", "deny", "doc", List.of("write"), List.of(), null)))
                        .concerned())
                .isEqualTo(2);
    }

    @Test
    void aPolicyThatGoesTakesWhatItGave() {
        chronicle.allow("p", "doc", "write", List.of("docr"), null);

        assertThat(lines(reach(List.of(new PolicyRetired("p"))).lose())).containsExactly("ann +[doc:write]");
    }

    @Test
    void aRoleGivesWhatPoliciesMakeOfIt() {
        chronicle.allow("p", "doc", "write", List.of("docr"), null).deny("q", "doc", "read", List.of(), null);

        assertThat(gain(given("a2", "bob", "docr", null, null))).containsExactly("bob +[doc:write]");
    }

    @Test
    void attributesGiveWhereAConditionAsksForThem() {
        chronicle.allow("p", "doc", "sign", List.of(), "subject.attributes.dept == 'law'");

        assertThat(gain(new UserAttributesChanged("bob", Map.of("dept", "law"))))
                .containsExactly("bob +[doc:sign]");
    }

    @Test
    void aNameOfTheCatalogueComesToThoseWhoHoldItByAWildcard() {
        chronicle.assign("a2", "bob", "docs").permissions("doc:shred");

        assertThat(gain(new PermissionDefined("doc:burn", ""))).containsExactly("bob +[doc:burn]");
        assertThat(lines(reach(List.of(new PermissionRetired("doc:shred"))).lose()))
                .containsExactly("bob +[doc:shred]");
    }

    @Test
    void whatIsGivenForLaterIsSaidToComeThen() {
        Reach reach = reach(List.of(given("a2", "bob", "docr", JULY, null)));

        assertThat(lines(reach.gain())).containsExactly("bob +[doc:read] from 2026-07-01T00:00:00Z");
        assertThat(reach.gaining()).isEqualTo(1);
    }

    @Test
    void whatIsProlongedIsSaidToComeThen() {
        Reach reach = reach(List.of(
                given("a2", "bob", "docr", null, JULY),
                given("a3", "ann", "docr", null, JULY),
                new RoleRevoked("a1", "user", "ann", "docr", null, "giver")));

        assertThat(lines(reach.gain())).containsExactly("bob +[doc:read]");
        assertThat(lines(reach.lose())).containsExactly("ann +[doc:read] from 2026-07-01T00:00:00Z");
    }

    @Test
    void whatAConditionGivesLaterIsSaidToComeThen() {
        assertThat(gain(allow("p", "write", List.of("docr"), "context.now >= timestamp('2026-07-01T00:00:00Z')")))
                .containsExactly("ann +[doc:write] from 2026-07-01T00:00:00Z");
    }

    @Test
    void whomNothingTellsApartIsJudgedOnceSoAllAreLookedAt() {
        manyUsers(30_000);

        Reach reach = reach(List.of(policy("p", "allow", "write", List.of(), null)));

        assertThat(reach.complete()).isTrue();
        assertThat(reach.concerned()).isEqualTo(30_002);
        assertThat(reach.gaining()).isEqualTo(30_002);
        assertThat(reach.gain()).hasSize(1_000);
    }

    @Test
    void whereAConditionAsksForTheSubjectTheFirstAreLookedAt() {
        manyUsers(30_000);

        Reach reach = reach(List.of(policy("p", "allow", "write", List.of(), "subject.id != 'bob'")));

        assertThat(reach.complete()).isFalse();
        assertThat(reach.concerned()).isEqualTo(30_002);
        assertThat(reach.looked()).isEqualTo(20_000);
        assertThat(reach.gaining()).isEqualTo(19_999);
    }

    private void manyUsers(int many) {
        for (int i = 0; i < many; i++) {
            chronicle.user("user-" + i);
        }
    }

    private List<String> gain(Object event) {
        Reach reach = reach(List.of(event));
        assertThat(reach.lose()).isEmpty();
        return lines(reach.gain());
    }

    /** On a branch it comes to the same as it does when it is made. */
    private Reach reach(List<Object> events) {
        Facts now = chronicle.facts();
        Branch branch = chronicle.branch(chronicle.position());
        List<Object> happened = new ArrayList<>();
        events.stream().filter(event -> branch.suppose(event, AT)).forEach(happened::add);
        Reach supposed = Reach.of(now, branch.facts(), Touched.by(happened), AT);
        events.forEach(chronicle::then);
        assertThat(Reach.of(now, chronicle.facts(), Touched.by(events), AT)).isEqualTo(supposed);
        return supposed;
    }

    private static List<String> lines(List<Reach.Difference> differences) {
        return differences.stream()
                .map(one -> one.subject().id() + " +" + one.permissions()
                        + one.from().map(from -> " from " + from).orElse(""))
                .toList();
    }

    private static PolicyDefined allow(String id, String action, List<String> roles, @Nullable String condition) {
        return policy(id, "allow", action, roles, condition);
    }

    private static PolicyDefined policy(
            String id, String effect, String action, List<String> roles, @Nullable String condition) {
        return new PolicyDefined(id, "", effect, "doc", List.of(action), roles, condition);
    }

    private static RoleAssigned given(
            String id, String user, String role, @Nullable Instant from, @Nullable Instant until) {
        return new RoleAssigned(id, "user", user, role, from, until, List.of(), null, null, null, "giver");
    }
}
