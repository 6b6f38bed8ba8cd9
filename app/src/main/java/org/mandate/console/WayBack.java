package org.mandate.console;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go after something that interrupted: a page of the console and nowhere else. */
public final class WayBack {

    /** The first page. */
    public static final String START = "/console";

    private static final int LONGEST = 2000;
    private static final Pattern PAGE = Pattern.compile("/console(/[\\w~%:.@+*-]+)*/?(\\?[^\\s\\\\#]*)?");

    private WayBack() {}

    /** The page that was asked for, or the first one where that is not a page of the console. */
    public static String to(Optional<String> asked) {
        return asked.filter(path ->
                        path.length() <= LONGEST && PAGE.matcher(path).matches() && !path.startsWith("/console/login"))
                .orElse(START);
    }
}
