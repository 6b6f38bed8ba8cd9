package org.mandate.authorization.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleDefined;

class AccessModelPlanTest {

    private final StandingModel standing = new StandingModel();

    private final PolicyEntry policy = new PolicyEntry(
            "p1", Optional.empty(), "allow", "*", List.of("write", "read"), List.of("clerk"), Optional.of("true"));

    private Catalogue catalogue(int max, Map<String, Object> van, Map<String, Object> attributes) {
        return new Catalogue(
                List.of(),
                List.of(role("clerk", List.of(), List.of()), role("chief", List.of(), List.of())),
                List.of(new SubjectEntry(
                        "service",
                        Optional.of("billing"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(attributes),
                        List.of())),
                List.of(new EntityEntry("van", "v1", van)),
                List.of(policy),
                List.of(new ConstraintEntry(Optional.of("c1"), List.of("clerk", "chief"), max)));
    }

    private void stand() {
        for (var name : List.of("clerk", "chief")) {
            standing.roles.put(name, new RoleDefined(name, "", List.of(), List.of()));
        }
        standing.policies.put(
                "p1",
                new PolicyDefined("p1", "Kept", "allow", "*", List.of("read", "write"), List.of("clerk"), "true"));
        standing.constraints.put("c1", new ConstraintDefined("c1", List.of("chief", "clerk"), 1));
        standing.entities.add(new EntityDescribed("van", "v1", Map.of("seats", 2)));
        standing.entities.add(new EntityDescribed("service", "billing", Map.of("level", 1)));
    }

    @Test
    void bringsInWhatIsNew() {
        var plan = plan(catalogue(1, Map.of("seats", 2), Map.of("level", 1)));

        assertThat(plan.faults()).isEmpty();
        assertThat(plan.modelEvents())
                .endsWith(
                        new PolicyDefined("p1", "", "allow", "*", List.of("read", "write"), List.of("clerk"), "true"),
                        new ConstraintDefined("c1", List.of("chief", "clerk"), 1));
        assertThat(plan.described())
                .containsExactly(
                        new EntityDescribed("service", "billing", Map.of("level", 1)),
                        new EntityDescribed("van", "v1", Map.of("seats", 2)));
        assertThat(plan.gains(0)).isTrue();
        assertThat(List.of(plan.policies(), plan.constraints(), plan.entities()))
                .containsOnly(new Tally(1, 0, 0, 0, 0));
    }

    @Test
    void leavesWhatIsSoAlready() {
        stand();

        var plan = plan(catalogue(1, Map.of("seats", 2), Map.of("level", 1)));

        assertThat(plan.modelEvents()).isEmpty();
        assertThat(plan.described()).isEmpty();
        assertThat(plan.gains(0)).isFalse();
        assertThat(List.of(plan.policies(), plan.constraints(), plan.entities()))
                .containsOnly(new Tally(0, 0, 1, 0, 0));
    }

    @Test
    void changesWhatIsNotSo() {
        stand();
        standing.policies.put("p1", new PolicyDefined("p1", "Kept", "deny", "*", List.of("*"), List.of(), null));
        standing.constraints.put("c1", new ConstraintDefined("c1", List.of("chief", "user"), 1));

        var plan = plan(catalogue(1, Map.of("seats", 3), Map.of("level", 2)));

        assertThat(plan.modelEvents())
                .containsExactly(
                        new PolicyChanged(
                                "p1", "Kept", "allow", "*", List.of("read", "write"), List.of("clerk"), "true"),
                        new ConstraintChanged("c1", List.of("chief", "clerk"), 1));
        assertThat(plan.described()).hasSize(2);
        assertThat(List.of(plan.policies(), plan.constraints(), plan.entities()))
                .containsOnly(new Tally(0, 1, 0, 0, 0));
    }

    @Test
    void takesAConstraintWithoutIdForOneThatSaysTheSame() {
        stand();
        var nameless = new ConstraintEntry(Optional.empty(), List.of("clerk", "chief"), 1);
        var another = new ConstraintEntry(Optional.empty(), List.of("clerk", "chief", "user"), 1);
        standing.roles.put("user", new RoleDefined("user", "", List.of(), List.of()));

        var plan =
                plan(new Catalogue(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(nameless, another)));

        assertThat(plan.modelEvents())
                .containsExactly(new ConstraintDefined("new-1", List.of("chief", "clerk", "user"), 1));
        assertThat(plan.constraints()).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }

    @Test
    void findsWhatIsUnknownOrStandsTwice() {
        var ghost = new ConstraintEntry(Optional.of("c1"), List.of("ghost", "spirit"), 1);
        var van = new EntityEntry("van", "v1", Map.of());

        var plan = plan(new Catalogue(
                List.of(), List.of(), List.of(), List.of(van, van), List.of(policy, policy), List.of(ghost)));

        assertThat(plan.faults())
                .extracting(CatalogueFault::field)
                .containsExactlyInAnyOrder(
                        "policies[0].roles[0]",
                        "policies[1].roles[0]",
                        "policies[1].id",
                        "constraints[0].roles[0]",
                        "constraints[0].roles[1]",
                        "entities[1].id");
    }

    private CataloguePlan plan(Catalogue catalogue) {
        var ids = new AtomicInteger();
        List<Optional<SubjectId>> subjects = catalogue.subjects().stream()
                .map(entry -> entry.id().map(id -> new SubjectId(entry.type(), id)))
                .toList();
        return CataloguePlan.of(
                catalogue,
                subjects,
                standing,
                new CataloguePlan.Import("root", () -> "new-" + ids.incrementAndGet()),
                new CatalogueFindings(List.of()));
    }

    private static RoleEntry role(String name, List<String> permissions, List<String> inherits) {
        return new RoleEntry(name, Optional.empty(), permissions, inherits);
    }
}
