package org.mandate.identity.user;

import java.text.Normalizer;
import java.util.Locale;

/** One spelling for all texts that differ in case or in Unicode form only. */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // upper case first: that way sharp s and final sigma meet their plain forms
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
