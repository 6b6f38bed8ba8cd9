package org.mandate.start;

import java.io.PrintStream;
import org.mandate.config.MandateSettings;
import org.mandate.config.StartupRefused;
import org.mandate.enforcement.SystemGateway;
import org.mandate.enrolment.BeginHistory;
import org.mandate.identity.user.UserRuleViolated;
import org.mandate.store.HistoryBusy;

/** Seeds an empty installation and names its first administrator. A generated password is shown once and kept nowhere. */
final class FirstStart {

    static final String ADMIN = "admin";
    private static final String EMAIL = "admin@localhost";
    private static final String SEEDS = "/seeds/catalogue.json";

    private static final int ATTEMPTS = 30;

    private final SystemGateway gateway;
    private final MandateSettings settings;
    private final Passwords passwords;
    private final PrintStream console;

    FirstStart(SystemGateway gateway, MandateSettings settings, Passwords passwords, PrintStream console) {
        this.gateway = gateway;
        this.settings = settings;
        this.passwords = passwords;
        this.console = console;
    }

    void run() {
        boolean chosen = settings.chosenAdminPassword().isPresent();
        String password = settings.chosenAdminPassword().orElseGet(passwords::generate);
        boolean began = begin(password);
        if (began && !chosen) {
            console.println("""

                    The first administrator: username `admin`, password `%s`
                    It is shown this once. Sign in and change it with PUT /users/me/password.
                    """.formatted(password));
        }
    }

    private boolean begin(String password) {
        var command = new BeginHistory(Seeds.read(SEEDS), ADMIN, EMAIL, password);
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.<Boolean>send(command).result();
            } catch (HistoryBusy another) {
                // Another node may be beginning just now; each attempt has waited for it already.
                if (attempt == ATTEMPTS) {
                    throw another;
                }
            } catch (UserRuleViolated refused) {
                throw new StartupRefused("`mandate.admin-password`: " + refused.getMessage());
            }
        }
    }
}
