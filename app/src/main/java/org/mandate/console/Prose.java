package org.mandate.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Cuts a sentence at its back-ticks, so that a page can set what stands between them as code, and long ids short. */
@Component("prose")
class Prose {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORT = 8;

    /**
     * A stretch of a sentence.
     * @param whole what the text is the beginning of, where it is cut short; otherwise the text
     */
    record Part(String text, boolean code, String whole) {

        static Part of(String text, boolean code) {
            boolean cut = code && UUID.matcher(text).matches();
            return new Part(cut ? text.substring(0, SHORT) : text, code, text);
        }
    }

    /** The stretches of the sentence, in its order. */
    public List<Part> parts(String sentence) {
        return cut(sentence);
    }

    private static List<Part> cut(String sentence) {
        List<Part> parts = new ArrayList<>();
        String[] cut = sentence.split("`", -1);
        for (int n = 0; n < cut.length; n++) {
            if (!cut[n].isEmpty()) {
                parts.add(Part.of(cut[n], n % 2 == 1));
            }
        }
        return parts;
    }

    /** The same as text alone, for where no code can be set. */
    static String plain(String sentence) {
        return cut(sentence).stream().map(Part::text).collect(Collectors.joining());
    }
}
