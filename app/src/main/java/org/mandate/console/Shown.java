package org.mandate.console;

import java.text.Bidi;
import java.util.Locale;
import org.unbescape.html.HtmlEscape;

/**
 * A text as a page shows it, whoever wrote it. What runs from right to left stays by itself and turns nothing around it; what
 * would be invisible is shown by its number; and a word too long for a column says where it may break, so that no other word
 * has to.
 */
final class Shown {

    /** Longer than any word that people write, and narrow enough for a column. */
    private static final int LONGEST_WORD = 24;

    private static final int STEP = 8;
    private static final String PARTING = ":/-_,";
    private static final char JOINER = '\u200d';
    private static final char NON_JOINER = '\u200c';

    private final StringBuilder html = new StringBuilder();
    private int since;

    private Shown() {}

    /** The text as HTML, all that is markup in it made harmless. */
    static String html(String text) {
        Shown shown = new Shown();
        for (String word : text.split("(?<=\\s)", -1)) {
            shown.word(word);
        }
        char[] letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length) ? "<bdi>" + shown.html + "</bdi>" : shown.html.toString();
    }

    private void word(String word) {
        since = 0;
        boolean isLong = word.codePointCount(0, word.length()) > LONGEST_WORD;
        int plain = 0;
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            int point = word.codePointAt(at);
            boolean breaks = isLong && !Character.isWhitespace(point) && mayBreakBefore(at, word);
            boolean hidden = isHidden(point);
            if (breaks || hidden) {
                html.append(HtmlEscape.escapeHtml4Xml(word.substring(plain, at)));
                html.append(breaks ? "<wbr>" : "").append(hidden ? number(point) : "");
                plain = hidden ? at + Character.charCount(point) : at;
            }
        }
        html.append(HtmlEscape.escapeHtml4Xml(word.substring(plain)));
    }

    /** After what parts it already, as a colon does a permission; and every few letters of what is longer still. */
    private boolean mayBreakBefore(int at, String word) {
        boolean parted = at > 0 && PARTING.indexOf(word.charAt(at - 1)) >= 0;
        boolean tooLong = !parted && since >= LONGEST_WORD;
        since = parted ? 1 : tooLong ? LONGEST_WORD - STEP + 1 : since + 1;
        return parted || tooLong;
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !Character.isWhitespace(point);
            case Character.FORMAT -> point != JOINER && point != NON_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String number(int point) {
        return "<code class=\"hidden-sign\">" + String.format(Locale.ROOT, "U+%04X", point) + "</code>";
    }
}
