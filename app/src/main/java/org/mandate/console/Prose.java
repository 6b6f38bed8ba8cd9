package org.mandate.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cuts a sentence at its back-ticks, so that a page can set what stands between them as code. */
@Component("prose")
class Prose {

    /** A stretch of a sentence. */
    record Part(String text, boolean code) {}

    /** The stretches of the sentence, in its order. */
    public List<Part> parts(String sentence) {
        List<Part> parts = new ArrayList<>();
        String[] cut = sentence.split("`", -1);
        for (int n = 0; n < cut.length; n++) {
            if (!cut[n].isEmpty()) {
                parts.add(new Part(cut[n], n % 2 == 1));
            }
        }
        return parts;
    }
}
