package org.mandate.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Cuts a sentence at its back-ticks, so that a page can set what stands between them as code, and long ids short; and at its
 * instants, which a page shows as it shows all others.
 */
@Component("prose")
class Prose {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final int SHORT = 8;

    /** What a stretch of a sentence is. */
    enum Kind {
        WORDS,
        CODE,
        INSTANT
    }

    /**
     * A stretch of a sentence.
     * @param whole what the text is the beginning of, where it is cut short; otherwise the text
     */
    record Part(String text, Kind kind, String whole) {

        static Part of(String text, Kind kind) {
            boolean cut = kind == Kind.CODE && UUID.matcher(text).matches();
            return new Part(cut ? text.substring(0, SHORT) : text, kind, text);
        }

        /** Whether it is set as code. */
        public boolean code() {
            return kind == Kind.CODE;
        }

        /** Whether it is an instant, as ISO-8601 writes it. */
        public boolean instant() {
            return kind == Kind.INSTANT;
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
            if (n % 2 == 1) {
                add(parts, cut[n], Kind.CODE);
            } else {
                words(parts, cut[n]);
            }
        }
        return parts;
    }

    private static void words(List<Part> parts, String words) {
        Matcher instants = INSTANT.matcher(words);
        int reached = 0;
        while (instants.find()) {
            add(parts, words.substring(reached, instants.start()), Kind.WORDS);
            add(parts, instants.group(), Kind.INSTANT);
            reached = instants.end();
        }
        add(parts, words.substring(reached), Kind.WORDS);
    }

    private static void add(List<Part> parts, String text, Kind kind) {
        if (!text.isEmpty()) {
            parts.add(Part.of(text, kind));
        }
    }

    /** The same as text alone, for where no code can be set. */
    static String plain(String sentence) {
        return cut(sentence).stream().map(Part::text).collect(Collectors.joining());
    }
}
