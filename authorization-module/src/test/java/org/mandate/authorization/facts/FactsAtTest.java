package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostEvent;
import org.mandate.content.event.PostPublished;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserEvent;
import org.mandate.identity.event.UserReactivated;

class FactsAtTest {

    private static final SubjectId ANN = SubjectId.user("ann");

    private final Chronicle chronicle = new Chronicle();

    @Test
    void keepsAFactOfEveryEventThereIs() {
        Set<Class<?>> known = new Appliers(new FactBase()).known();

        assertThat(Stream.of(
                                UserEvent.class,
                                PostEvent.class,
                                PermissionEvent.class,
                                RoleEvent.class,
                                AssignmentEvent.class,
                                PolicyEvent.class,
                                ConstraintEvent.class,
                                EntityEvent.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses())))
                .allSatisfy(event -> assertThat(known).contains(event));
    }

    @Test
    void refusesAnEventThatNobodyKnows() {
        assertThatThrownBy(() -> chronicle.then("not an event"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position 1");
    }

    @Test
    void showsAnAssignmentWhileItStood() {
        chronicle
                .user("ann")
                .role("editor", List.of())
                .assign("a1", "ann", "editor")
                .revoke("a1", "ann", "editor");

        assertThat(chronicle.at(2).assignments(ANN)).isEmpty();
        assertThat(chronicle.at(3).assignments(ANN)).extracting(Assignment::id).containsExactly("a1");
        assertThat(chronicle.at(4).assignments(ANN)).isEmpty();
    }

    @Test
    void keepsAnOlderViewUndisturbedByWhatIsAppliedLater() {
        chronicle.user("ann").role("editor", List.of("posts:read"));
        Facts before = chronicle.facts();

        chronicle.assign("a1", "ann", "editor").then(new RolePermissionGranted("editor", "posts:update"));

        assertThat(before.assignments(ANN)).isEmpty();
        assertThat(before.role("editor").orElseThrow().grants().give("posts:update"))
                .isFalse();
        assertThat(chronicle.facts().role("editor").orElseThrow().grants().give("posts:update"))
                .isTrue();
    }

    @Test
    void followsWhetherAUserCounts() {
        chronicle
                .user("ann")
                .then(new UserDeactivated("ann"))
                .then(new UserReactivated("ann"))
                .then(new UserErased("ann"));

        assertThat(chronicle.at(0).standing(ANN)).isEqualTo(Standing.UNKNOWN);
        assertThat(chronicle.at(1).standing(ANN)).isEqualTo(Standing.ACTIVE);
        assertThat(chronicle.at(2).standing(ANN)).isEqualTo(Standing.INACTIVE);
        assertThat(chronicle.at(3).standing(ANN)).isEqualTo(Standing.ACTIVE);
        assertThat(chronicle.at(4).standing(ANN)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void endsTheAssignmentsOfAnErasedUser() {
        chronicle
                .user("ann")
                .role("editor", List.of())
                .assign("a1", "ann", "editor")
                .then(new UserErased("ann"));

        assertThat(chronicle.at(3).subjectsAssigned("editor")).containsExactly(ANN);
        assertThat(chronicle.at(4).subjectsAssigned("editor")).isEmpty();
    }

    @Test
    void countsSubjectsOfOtherTypesWithoutRegistration() {
        assertThat(chronicle.facts().standing(new SubjectId("service", "billing")))
                .isEqualTo(Standing.ACTIVE);
    }

    @Test
    void carriesAChangeOfARoleToEverythingThatInheritsFromIt() {
        chronicle
                .role("base", List.of())
                .role("left", List.of(), "base")
                .role("right", List.of(), "base")
                .role("top", List.of(), "left", "right")
                .then(new RolePermissionGranted("base", "posts:read"))
                .then(new RoleInheritanceRemoved("left", "base"))
                .then(new RoleInheritanceRemoved("right", "base"))
                .then(new RoleInheritanceAdded("right", "base"))
                .then(new RolePermissionRevoked("base", "posts:read"));

        assertThat(gives(4, "top")).isFalse();
        assertThat(gives(5, "top")).isTrue();
        assertThat(gives(6, "top")).isTrue();
        assertThat(gives(7, "top")).isFalse();
        assertThat(gives(8, "top")).isTrue();
        assertThat(gives(9, "top")).isFalse();
        assertThat(chronicle.at(6).role("top").orElseThrow().roles()).contains("base", "left", "right", "top");
        assertThat(chronicle.at(7).role("top").orElseThrow().roles()).containsExactlyInAnyOrder("left", "right", "top");
    }

    @Test
    void forgetsARetiredRoleAndPermissionFromThereOn() {
        chronicle
                .permissions("posts:read")
                .role("editor", List.of())
                .then(new RoleRetired("editor"))
                .then(new PermissionRetired("posts:read"));

        assertThat(chronicle.at(2).role("editor")).isPresent();
        assertThat(chronicle.at(3).role("editor")).isEmpty();
        assertThat(chronicle.at(3).permissions()).containsExactly("posts:read");
        assertThat(chronicle.at(4).permissions()).isEmpty();
    }

    @Test
    void givesEverythingToWhatCountsAsAdmin() {
        chronicle.role("admin", List.of()).role("chief", List.of(), "admin");

        assertThat(chronicle.facts().role("chief").orElseThrow().grants().give("anything:whatever"))
                .isTrue();
    }

    @Test
    void keepsWhatDecisionsNeedOfAPost() {
        chronicle.post("p1", "ann", false).then(new PostPublished("p1")).then(new PostDeleted("p1"));

        assertThat(chronicle.at(1).attributes("posts", "p1")).contains(Map.of("authorId", "ann", "published", false));
        assertThat(chronicle.at(2).attributes("posts", "p1")).contains(Map.of("authorId", "ann", "published", true));
        assertThat(chronicle.at(3).attributes("posts", "p1")).isEmpty();
    }

    @Test
    void keepsWhatIsTriedInALayerFromTheBaseBelow() {
        chronicle.user("ann").role("editor", List.of());
        FactBase layer = chronicle.base().layer();

        layer.apply(new History.Entry(
                3,
                Chronicle.BEGAN,
                "giver",
                new Chronicle().assign("a1", "ann", "editor").entries().get(0).event()));

        assertThat(layer.at(3).subjectsAssigned("editor")).containsExactly(ANN);
        assertThat(chronicle.base().at(3).subjectsAssigned("editor")).isEmpty();
    }

    private boolean gives(long position, String role) {
        return chronicle.at(position).role(role).orElseThrow().grants().give("posts:read");
    }
}
