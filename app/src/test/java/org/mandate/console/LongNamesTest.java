package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangeProfile;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;

/**
 * Words as long as they may be, in a wide window and in a narrow one: they break, and nothing has to be moved sideways. What
 * is done here stays in the history, so it comes last: the pages that are photographed show the newest changes.
 */
@Order(Integer.MAX_VALUE)
class LongNamesTest {

    private static final String NAME = "z".repeat(100);

    private final SystemGateway system = ConsoleServer.bean(SystemGateway.class);

    private static final String REASON = "W".repeat(300);
    private static final String RESOURCE = "r".repeat(200);

    /** A table may be moved sideways in its box, so that the page alone does not tell. */
    private static final String CUT = """
            [...document.querySelectorAll('.table-box')].filter(box => box.scrollWidth > box.clientWidth + 1)
              .map(box => box.textContent.trim().slice(0, 40) + ': ' + box.scrollWidth).join(', ')
            """;

    private static void fits(Visit visit, String path) {
        assertThat(visit.open(path)).as(path).isEqualTo(200);
        for (int width : new int[] {Visit.WIDE, Visit.NARROW}) {
            visit.show(ColorScheme.LIGHT, width);
            // A chart takes a moment to draw itself in another width.
            await().pollInSameThread()
                    .untilAsserted(() -> assertThat(visit.overflow())
                            .as(path + " at " + width)
                            .isLessThanOrEqualTo(0));
            assertThat(visit.page().evaluate(CUT)).as(path + " at " + width).isEqualTo("");
        }
    }

    @Test
    void aLongReasonAndALongResourceFit() {
        system.send(new DefineRole("wordy", "D".repeat(400), Set.of("posts:read"), Set.of()));
        SubjectId sven = SubjectId.user(People.id("sven"));
        Instant end = Instant.parse("2036-12-31T00:00:00Z");
        system.send(new AssignRole(
                sven,
                "wordy",
                new Terms(
                        Optional.empty(),
                        Optional.of(end),
                        List.of(),
                        Optional.of(new Terms.Target("posts", RESOURCE)),
                        Optional.of(REASON))));
        try (Visit visit = Visit.of("admin", Visit.NARROW, ColorScheme.LIGHT)) {
            fits(visit, "/console/ask?subject=sven&action=read&resourceType=posts&resource=" + RESOURCE);
            fits(visit, "/console/users/" + sven.id());
            assertThat(visit.page().locator("#access a.btn-danger").last().boundingBox().x)
                    .isLessThan(Visit.NARROW - 50);
            fits(visit, "/console/changes");
            fits(visit, "/console/decisions");
            fits(visit, "/console/roles");
            fits(visit, "/console");
        } finally {
            system.send(new RetireRole("wordy"));
        }
    }

    @Test
    void aRoleOfALongNameFits() {
        system.send(new DefineRole(NAME, "d".repeat(400), Set.of("posts:read"), Set.of()));
        try (Visit visit = Visit.of("admin", Visit.NARROW, ColorScheme.LIGHT)) {
            fits(visit, "/console/roles");
            fits(visit, "/console/roles/" + NAME);
            fits(visit, "/console/roles/" + NAME + "/edit");
            fits(visit, "/console/roles/" + NAME + "/delete");
        } finally {
            system.send(new RetireRole(NAME));
        }
    }

    @Test
    void aPolicyOfALongNameFits() {
        system.send(new PutPolicy(
                NAME, "d".repeat(400), "deny", "kites", List.of("fly"), List.of(), Optional.of("'x' == 'y'")));
        try (Visit visit = Visit.of("admin", Visit.NARROW, ColorScheme.LIGHT)) {
            fits(visit, "/console/policies");
            fits(visit, "/console/policies/" + NAME);
            fits(visit, "/console/policies/" + NAME + "/edit");
            fits(visit, "/console/policies/" + NAME + "/delete");
        } finally {
            system.send(new RetirePolicy(NAME));
        }
    }

    @Test
    void aUserOfALongNameFits() {
        UserId sven = new UserId(People.id("sven"));
        UserView before = system.ask(new FindUser(sven), ResponseTypes.optionalInstanceOf(UserView.class))
                .orElseThrow();
        system.send(new ChangeProfile(
                sven, Optional.of("e".repeat(60) + "@" + "x".repeat(60) + ".example"), Optional.of("n".repeat(100))));
        try (Visit visit = Visit.of("admin", Visit.NARROW, ColorScheme.LIGHT)) {
            fits(visit, "/console/users");
            fits(visit, "/console/users/" + sven);
        } finally {
            system.send(new ChangeProfile(sven, Optional.of(before.email()), before.fullName()));
        }
    }
}
