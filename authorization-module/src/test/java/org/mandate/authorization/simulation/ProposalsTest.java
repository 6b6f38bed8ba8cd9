package org.mandate.authorization.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;

/** What several changes come to one after the other. */
class ProposalsTest {

    private static final int EVENTS = 120;
    private static final int HISTORIES = 60;
    private static final Instant AT = Chronicle.BEGAN;
    private static final SubjectId ANNA = SubjectId.user("anna");
    private static final SubjectId BEN = SubjectId.user("ben");

    @Test
    void giveARoleThatComesBackToNobodyWhoHadItBefore() {
        Chronicle history = lending();
        Branch branch = history.branch(history.position());

        new Proposals(List.of(removed("lender"), put("lender", "books:lend")), "me").suppose(branch, AT);

        assertThat(branch.facts().role("lender")).isPresent();
        assertThat(branch.facts().assignments(ANNA)).isEmpty();
        assertThat(branch.facts().role("head").orElseThrow().inherits()).isEmpty();
        assertThat(branch.facts().assignments(BEN)).hasSize(1);
        assertThat(history.facts().assignments(ANNA)).hasSize(1);
    }

    @Test
    void giveItToWhomALaterChangeGivesIt() {
        Chronicle history = lending();
        Branch branch = history.branch(history.position());
        SubjectEntry anna = new SubjectEntry(
                "user",
                Optional.of("anna"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(Catalogue.Grant.named("lender")));
        Proposal given = new Proposal(
                Manner.PUT, new Catalogue(List.of(), List.of(), List.of(anna)), List.of(Optional.of(ANNA)));

        new Proposals(List.of(removed("lender"), put("lender", "books:lend"), given), "me").suppose(branch, AT);

        assertThat(branch.facts().assignments(ANNA))
                .extracting(held -> held.grantedBy())
                .containsExactly("me");
    }

    @Test
    void endNothingOneByOneOfARoleThatStaysAway() {
        Chronicle history = lending();

        List<Object> happened =
                new Proposals(List.of(removed("lender")), "me").suppose(history.branch(history.position()), AT);

        assertThat(happened).containsExactly(new RoleRetired("lender"));
    }

    @Test
    void showAtEveryPositionWhatABranchOfItsOwnWouldShowWhereARoleComesBack() {
        int held = 0;
        for (int i = 0; i < HISTORIES; i++) {
            Random random = new Random(20_261_128L + i);
            Chronicle history = new RandomHistory(random).grow(EVENTS);
            Proposals supposed = new Proposals(List.of(removed("r1"), put("r1", "posts:read")), "me");
            Overlays overlays = new Overlays(history.branches(), history.past(), history.history(), supposed, AT);
            for (long at = random.nextInt(20); at <= EVENTS; at += 1 + random.nextInt(9)) {
                Branch own = history.branch(at);
                new Proposals(List.of(removed("r1"), put("r1", "posts:read")), "me").suppose(own, AT);
                held += compare(overlays.at(at), own.facts());
            }
        }

        assertThat(held).as("somebody holds something").isPositive();
    }

    private static int compare(Facts shared, Facts own) {
        int held = 0;
        for (String type : List.of("user", "service")) {
            for (SubjectId subject : own.subjects(type)) {
                assertThat(shared.standing(subject)).isEqualTo(own.standing(subject));
                assertThat(shared.assignments(subject)).isEqualTo(own.assignments(subject));
                assertThat(own.assignments(subject))
                        .extracting(one -> one.role())
                        .doesNotContain("r1");
                held += own.assignments(subject).size();
            }
        }
        for (RoleFacts role : own.roles()) {
            assertThat(shared.role(role.name())).map(RoleFacts::outline).contains(role.outline());
            assertThat(shared.role(role.name())).map(RoleFacts::permissions).contains(role.permissions());
        }
        return held;
    }

    private static Chronicle lending() {
        return new Chronicle()
                .permissions("books:lend")
                .user("anna")
                .user("ben")
                .role("lender", List.of("books:lend"))
                .role("head", List.of(), "lender")
                .assign("a1", "anna", "lender")
                .assign("a2", "ben", "head");
    }

    private static Proposal removed(String role) {
        return new Proposal(Manner.REMOVE, roles(role, List.of()), List.of());
    }

    private static Proposal put(String role, String permission) {
        return new Proposal(Manner.PUT, roles(role, List.of(permission)), List.of());
    }

    private static Catalogue roles(String name, List<String> permissions) {
        return new Catalogue(
                List.of(), List.of(new RoleEntry(name, Optional.empty(), permissions, List.of())), List.of());
    }
}
