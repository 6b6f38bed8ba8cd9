package org.mandate.authorization.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.Provenance.Channel;

/**
 * The numbers that stand for words of closed sets in the canonical form. They are stored: the order here never changes, new
 * words go to the end.
 */
final class ClosedWords<T> {

    static final ClosedWords<Reason.Kind> KINDS = new ClosedWords<>(
            List.of(
                    Reason.Kind.ROLE,
                    Reason.Kind.POLICY,
                    Reason.Kind.OWNER,
                    Reason.Kind.SCOPE,
                    Reason.Kind.INACTIVE,
                    Reason.Kind.DEFAULT),
            Reason.Kind::label);
    static final ClosedWords<Channel> CHANNELS =
            new ClosedWords<>(List.of(Channel.HTTP, Channel.ACCESS_API, Channel.CONSOLE), Channel::label);
    static final ClosedWords<String> MODES = new ClosedWords<>(List.of("strict", "bounded"), Function.identity());

    private final List<T> words;
    private final Function<T, String> label;

    private ClosedWords(List<T> words, Function<T, String> label) {
        this.words = words;
        this.label = label;
    }

    int number(T word) {
        int index = words.indexOf(word);
        if (index < 0) {
            throw new IllegalArgumentException("`" + label.apply(word) + "` has no number in the canonical form");
        }
        return index + 1;
    }

    T word(int number) {
        if (number < 1 || number > words.size()) {
            throw new MalformedRecord("a word in it is unknown");
        }
        return words.get(number - 1);
    }

    Optional<T> labelled(String text) {
        return words.stream().filter(word -> label.apply(word).equals(text)).findFirst();
    }

    List<String> labels() {
        return words.stream().map(label).toList();
    }
}
