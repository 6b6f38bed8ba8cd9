package org.mandate.console;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where to go after something that interrupted: a page of the console and nowhere else. */
@Component
public class WayBack {

    /** The first page. */
    public static final String START = "/console";

    private static final int LONGEST = 2000;

    /** A step up, however it is written, leads out; no page of the console has one in its path. */
    private static final String NO_STEP = "(?!(?:\\.|%2[eE]){1,2}(?:[/?]|$))";

    private static final Pattern PAGE =
            Pattern.compile("/console(/" + NO_STEP + "[\\w~%:.@+*-]+)*/?(\\?[^\\s\\\\#]*)?");
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

    private final Pages pages;

    WayBack(Pages pages) {
        this.pages = pages;
    }

    /** The page that was asked for, or the first one where that is not a page of the console. */
    public String to(Optional<String> asked) {
        return asked.filter(path ->
                        path.length() <= LONGEST && PAGE.matcher(path).matches() && !path.startsWith("/console/login"))
                .filter(path -> pages.at(path.split("\\?", 2)[0]))
                .map(WayBack::encoded)
                .orElse(START);
    }

    /** What no address may hold as it is; a brace, above all, would be taken for a place to fill in. */
    static String encoded(String path) {
        StringBuilder link = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 128 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            link.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return link.toString();
    }
}
