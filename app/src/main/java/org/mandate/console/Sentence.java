package org.mandate.console;

import java.util.Locale;

/** The sentences of the API begin small and end without a stop; on a page they stand alone. */
public final class Sentence {

    private Sentence() {}

    /** The same words as a sentence. */
    public static String of(String words) {
        if (words.isBlank()) {
            return "";
        }
        String begun = begun(words);
        char last = begun.charAt(begun.length() - 1);
        return last == '.' || last == '?' || last == '!' ? begun : begun + ".";
    }

    /** The same words as a heading, which begins great and has no stop. */
    public static String begun(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
