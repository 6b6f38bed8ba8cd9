package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.ConstraintRetired;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserRegistered;

class TrialTest {

    private final Chronicle chronicle = new Chronicle();

    @BeforeEach
    void givenAnAdministratorAndAnEditor() {
        chronicle
                .permissions("posts:read", "posts:update")
                .role("admin", List.of())
                .role("reader", List.of("posts:read"))
                .role("editor", List.of("posts:update"), "reader")
                .user("root")
                .assign("a-root", "root", "admin")
                .user("ann")
                .assign("a-ann", "ann", "editor");
    }

    @Test
    void refusesAnUnknownRole() {
        assertRefused(Rule.UNKNOWN_ROLE, assigned("x", "ann", "nobody"));
    }

    @Test
    void refusesAnUnknownUser() {
        assertRefused(Rule.UNKNOWN_SUBJECT, assigned("x", "zoe", "editor"));
    }

    @Test
    void refusesAnErasedUserOfTheSameTransaction() {
        assertRefused(Rule.UNKNOWN_SUBJECT, new UserErased("ann"), assigned("x", "ann", "reader"));
    }

    @Test
    void refusesToRevokeWhatEndedWithAnErasedUser() {
        chronicle.then(new UserErased("ann"));

        assertRefused(Rule.UNKNOWN_SUBJECT, new RoleRevoked("a-ann", "user", "ann", "editor", null, "root"));
    }

    @Test
    void admitsWhatTheSameTransactionBroughtBefore() {
        assertAdmitted(
                new UserRegistered("zoe", "", java.util.Map.of()),
                new RoleDefined("new", "", List.of("posts:*"), List.of("editor")),
                assigned("x", "zoe", "new"));
    }

    @Test
    void refusesAnUnknownPermissionAndAdmitsAWildcard() {
        assertRefused(Rule.UNKNOWN_PERMISSION, new RolePermissionGranted("editor", "posts:fly"));
        assertRefused(Rule.UNKNOWN_PERMISSION, new RoleDefined("new", "", List.of("posts:fly"), List.of()));
        assertAdmitted(new RolePermissionGranted("editor", "*:read"));
    }

    @Test
    void namesTheCycleThatAnInheritanceWouldClose() {
        assertThatThrownBy(() -> tryOut(new RoleInheritanceAdded("reader", "editor")))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessageContaining("reader -> editor -> reader");
        assertRefused(Rule.INHERITANCE_CYCLE, new RoleInheritanceAdded("reader", "reader"));
    }

    @Test
    void refusesAHierarchyThatIsTooDeepAtEitherEnd() {
        chain("deep", 64);

        assertRefused(Rule.INVALID, new RoleDefined("deeper", "", List.of(), List.of("deep-64")));
        assertRefused(Rule.INVALID, new RoleInheritanceAdded("deep-0", "reader"));
        assertAdmitted(new RoleDefined("beside", "", List.of(), List.of("deep-63")));
        assertAdmitted(new RoleInheritanceAdded("deep-64", "reader"));
        assertAdmitted(new RoleInheritanceAdded("deep-1", "reader"));
        assertRefused(Rule.INVALID, new RoleInheritanceAdded("deep-1", "editor"));
    }

    @Test
    void countsWhatStandsAboveAStepWithWhatLiesBelow() {
        chain("upper", 40);
        chain("lower", 24);

        assertThatThrownBy(() -> tryOut(new RoleInheritanceAdded("upper-0", "lower-24")))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessage("roles inherit over at most 64 steps; through `upper-0` and `lower-24` it would be 65");
        assertAdmitted(new RoleInheritanceAdded("upper-0", "lower-23"));
        assertAdmitted(
                new RoleInheritanceRemoved("upper-40", "upper-39"), new RoleInheritanceAdded("upper-0", "lower-24"));
    }

    /** As many steps: the last inherits from the one before, and so on. */
    private void chain(String name, int steps) {
        chronicle.role(name + "-0", List.of());
        for (int step = 1; step <= steps; step++) {
            chronicle.role(name + "-" + step, List.of(), name + "-" + (step - 1));
        }
    }

    @Test
    void separatesDutiesHoweverTheRolesAreComeBy() {
        chronicle
                .role("payer", List.of())
                .role("approver", List.of())
                .role("manager", List.of(), "approver")
                .then(new ConstraintDefined("four-eyes", List.of("payer", "approver"), 1))
                .assign("a-payer", "ann", "payer");

        assertRefused(Rule.SEPARATION_OF_DUTY, assigned("x", "ann", "approver"));
        assertRefused(Rule.SEPARATION_OF_DUTY, assigned("x", "ann", "manager"));
        assertRefused(Rule.SEPARATION_OF_DUTY, new RoleInheritanceAdded("editor", "approver"));
        assertRefused(Rule.SEPARATION_OF_DUTY, new RoleInheritanceAdded("payer", "manager"));
        assertRefused(
                Rule.SEPARATION_OF_DUTY,
                new RoleDefined("both", "", List.of(), List.of("payer", "manager")),
                assigned("x", "root", "both"));
        assertAdmitted(new RoleDefined("both", "", List.of(), List.of("payer", "manager")));
        assertAdmitted(assigned("x", "root", "approver"));
        assertAdmitted(revoked("a-payer", "ann", "payer"), assigned("x", "ann", "manager"));
        assertAdmitted(new ConstraintRetired("four-eyes"), assigned("x", "ann", "approver"));
    }

    @Test
    void refusesAConstraintThatIsViolatedAlreadyAndNamesTheUsers() {
        chronicle.assign("a-ann-2", "ann", "admin");

        assertThatThrownBy(() -> tryOut(new ConstraintDefined("apart", List.of("admin", "reader"), 1)))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessageContaining("user `ann` (admin, reader)");
        assertAdmitted(new ConstraintDefined("apart", List.of("admin", "reader", "editor"), 3));
    }

    @Test
    void doesNotCountAnAssignmentThatHasRunOutAgainstADuty() {
        Terms over = new Terms(
                Optional.empty(), Optional.of(Chronicle.BEGAN), List.of(), Optional.empty(), Optional.empty());
        chronicle
                .assign("a-over", "ann", "admin", over)
                .then(new ConstraintDefined("apart", List.of("admin", "reader"), 1));

        assertAdmitted(new ConstraintChanged("apart", List.of("admin", "editor"), 1));
    }

    @Test
    void keepsTheLastAdministrator() {
        assertRefused(Rule.LAST_ADMINISTRATOR, revoked("a-root", "root", "admin"));
        assertRefused(Rule.LAST_ADMINISTRATOR, new UserDeactivated("root"));
        assertRefused(Rule.LAST_ADMINISTRATOR, new UserErased("root"));
    }

    @Test
    void letsAnAdministratorGoWhenAnotherComesInTheSameTransaction() {
        assertAdmitted(revoked("a-root", "root", "admin"), assigned("x", "ann", "admin"));
    }

    @Test
    void doesNotCountAnAdministratorWithinLimits() {
        Terms limited = new Terms(
                Optional.empty(),
                Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                List.of(),
                Optional.empty(),
                Optional.empty());
        chronicle.assign("a-limited", "ann", "admin", limited);

        assertRefused(Rule.LAST_ADMINISTRATOR, revoked("a-root", "root", "admin"));
    }

    @Test
    void countsAnAdministratorThroughAnInheritingRole() {
        chronicle.role("chief", List.of(), "admin").assign("a-chief", "ann", "chief");

        assertAdmitted(revoked("a-root", "root", "admin"));
        assertRefused(
                Rule.LAST_ADMINISTRATOR,
                revoked("a-root", "root", "admin"),
                new RoleInheritanceRemoved("chief", "admin"));
    }

    @Test
    void refusesToRetireWhatIsStillReferredTo() {
        assertRefused(Rule.INVALID, new RoleRetired("editor"));
        assertRefused(Rule.INVALID, new RoleRetired("reader"));
        assertRefused(Rule.INVALID, new PermissionRetired("posts:update"));
    }

    @Test
    void retiresWhatTheSameTransactionLetsGoInAnyOrder() {
        assertAdmitted(new RoleRetired("editor"), revoked("a-ann", "ann", "editor"));
        assertAdmitted(new RoleInheritanceRemoved("editor", "reader"), new RoleRetired("reader"));
        assertAdmitted(new PermissionRetired("posts:update"), new RolePermissionRevoked("editor", "posts:update"));
    }

    @Test
    void refusesAPolicyOrAConstraintOfRolesThatDoNotExist() {
        assertRefused(Rule.UNKNOWN_ROLE, policy("nobody"));
        assertRefused(Rule.UNKNOWN_ROLE, new ConstraintDefined("c1", List.of("reader", "nobody"), 1));
        assertAdmitted(policy("reader"), new ConstraintDefined("c1", List.of("reader", "admin"), 1));
    }

    @Test
    void namesThePolicyThatKeepsARoleFromBeingRetired() {
        RoleInheritanceRemoved free = new RoleInheritanceRemoved("editor", "reader");
        assertThatThrownBy(() -> tryOut(policy("reader"), free, new RoleRetired("reader")))
                .isInstanceOfSatisfying(
                        AccessRuleViolated.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(Rule.ROLE_IN_USE))
                .hasMessageContaining("policy `p-reader`");
        assertAdmitted(policy("reader"), free, new RoleRetired("reader"), new PolicyRetired("p-reader"));
    }

    @Test
    void leavesTheFactsAsTheyAre() {
        assertAdmitted(assigned("x", "ann", "admin"));

        assertThat(chronicle.facts().subjectsAssigned("admin")).hasSize(1);
    }

    private static PolicyDefined policy(String role) {
        return new PolicyDefined("p-" + role, "", "allow", "*", List.of("*"), List.of(role), null);
    }

    private void assertRefused(Rule rule, Object... events) {
        assertThatThrownBy(() -> tryOut(events))
                .isInstanceOfSatisfying(
                        AccessRuleViolated.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private void assertAdmitted(Object... events) {
        assertThatCode(() -> tryOut(events)).doesNotThrowAnyException();
    }

    private void tryOut(Object... events) {
        Trial trial = new Trial(chronicle.base().layer(), chronicle.facts(), id -> Optional.empty());
        long head = chronicle.position();
        for (Object event : events) {
            trial.take(List.of(new AccessRules.Staged(event, Chronicle.BEGAN)), head++);
        }
        assertThat(Arrays.asList(events)).hasSize((int) (head - chronicle.position()));
        trial.conclude();
    }

    private static RoleAssigned assigned(String id, String user, String role) {
        return new RoleAssigned(id, "user", user, role, null, null, List.of(), null, null, null, "giver");
    }

    private static RoleRevoked revoked(String id, String user, String role) {
        return new RoleRevoked(id, "user", user, role, null, "giver");
    }
}
