package org.mandate.console;

import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.user.UserPage;
import org.mandate.oversight.BrowseUsers;
import org.springframework.stereotype.Component;

/** Finds whom somebody means who writes a username where an id is wanted. */
@Component
public class Subjects {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int CANDIDATES = 50;

    private final Gateway gateway;

    Subjects(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The id of the user of this name; what was written where there is none. */
    public String id(String written, Caller caller) {
        BrowseUsers query =
                new BrowseUsers(Optional.of(written), Optional.empty(), Optional.empty(), CANDIDATES, Optional.empty());
        if (ID.matcher(written).matches() || !gateway.wouldAdmit(query, caller)) {
            return written;
        }
        return gateway.ask(query, ResponseTypes.instanceOf(UserPage.class), caller).items().stream()
                .filter(user -> user.username().equalsIgnoreCase(written))
                .findFirst()
                .map(user -> user.id().value())
                .orElse(written);
    }
}
