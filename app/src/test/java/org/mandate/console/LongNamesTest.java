package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangeProfile;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;

/** Names as long as they may be, in a window of 380 px: they break, and nothing has to be moved sideways. */
class LongNamesTest {

    private static final String NAME = "z".repeat(100);

    private final SystemGateway system = ConsoleServer.bean(SystemGateway.class);

    private static void fits(Visit visit, String path) {
        assertThat(visit.open(path)).as(path).isEqualTo(200);
        assertThat(visit.overflow()).as(path).isLessThanOrEqualTo(0);
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
