package org.mandate.console;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUserId;

/** The people of the demonstration, whose ids are new with each start. */
final class People {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private People() {}

    static String id(String username) {
        return KNOWN.computeIfAbsent(username, People::find);
    }

    /** The path with ids in place of {names}. */
    static String named(String path) {
        return NAME.matcher(path).replaceAll(found -> id(found.group(1)));
    }

    private static String find(String username) {
        return ConsoleServer.bean(SystemGateway.class)
                .ask(new FindUserId(username), ResponseTypes.optionalInstanceOf(UserId.class))
                .orElseThrow()
                .value();
    }
}
