package org.mandate.authorization.facts;

import java.util.Arrays;

/** Reads the canonical text of a UUID, 36 characters with lower-case digits, as four words, without making anything. */
public final class UuidText {

    static final int WORDS = 4;

    private static final int LENGTH = 36;
    private static final int[] FIRST_HALF = {0, 9, 19, 28};
    private static final int[] SECOND_HALF = {4, 14, 24, 32};
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            DIGITS[Character.forDigit(digit, 16)] = (byte) digit;
        }
    }

    private UuidText() {}

    /** One of the four words of 32 bits; negative where the text is not canonical. */
    static long word(String text, int word) {
        int first = four(text, FIRST_HALF[word]);
        int second = four(text, SECOND_HALF[word]);
        return (long) first << 16 | second;
    }

    /** Length and dashes are right; the words say whether the digits are. */
    static boolean shaped(String text) {
        return text.length() == LENGTH
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
    }

    /** The text is the canonical one of some UUID. */
    public static boolean canonical(String text) {
        return shaped(text) && (word(text, 0) | word(text, 1) | word(text, 2) | word(text, 3)) >= 0;
    }

    /** The upper half of a canonical text. */
    public static long high(String text) {
        return word(text, 0) << 32 | word(text, 1);
    }

    /** The lower half of a canonical text. */
    public static long low(String text) {
        return word(text, 2) << 32 | word(text, 3);
    }

    private static int four(String text, int at) {
        return digit(text.charAt(at)) << 12
                | digit(text.charAt(at + 1)) << 8
                | digit(text.charAt(at + 2)) << 4
                | digit(text.charAt(at + 3));
    }

    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }
}
