package org.mandate.authorization.condition;

import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a condition in words for whoever wrote it: the libraries speak to whoever builds a parser. */
final class FaultWords {

    private static final int MOST = 40;

    private static final List<Words> KNOWN = List.of(
            new Words(
                    "(?:extraneous|mismatched) input '<EOF>' expecting .*", "it ends where something is still missing"),
            new Words("(?:extraneous|mismatched) input '(.*)' expecting .*", "`%s` cannot stand here"),
            new Words("missing '(.*)' at '<EOF>'", "`%s` is missing at the end"),
            new Words("missing '(.*)' at '(.*)'", "`%s` is missing before `%s`"),
            new Words("no viable alternative at input '(.*)<EOF>'", "it ends where something is still missing"),
            new Words("no viable alternative at input '(.*)'", "`%s` cannot stand here"),
            new Words("token recognition error at: '(.*)'", "`%s` is nothing that a condition is written in"),
            new Words("undeclared reference to '(.*?)'.*", "`%s` is not known here"),
            new Words("undefined field '(.*)'", "there is no field `%s` here"),
            new Words(
                    "found no matching overload for '[_\\[]?(.*?)[_\\]]?' applied to '\\((.*?)\\)'.*",
                    "`%s` does not fit what it is given: %s"),
            new Words("expected type 'bool' but found '.*'", "a condition must be true or false"));

    private FaultWords() {}

    private record Words(Pattern said, String plain) {
        Words(String said, String plain) {
            this(Pattern.compile(said, Pattern.DOTALL), plain);
        }

        String of(Matcher found) {
            Object[] parts = new Object[found.groupCount()];
            for (int n = 0; n < parts.length; n++) {
                parts[n] = cut(found.group(n + 1));
            }
            return plain.formatted(parts);
        }
    }

    /** What the compiler says, in plain words; its own where it has said something else. */
    static String plain(String message) {
        for (Words words : KNOWN) {
            Matcher found = words.said().matcher(message);
            if (found.matches()) {
                return words.of(found);
            }
        }
        return message;
    }

    /** Why a fixed text is no regular expression, or none that is taken. */
    static String ofPattern(String pattern, Throwable refused) {
        return refused.getCause() instanceof PatternSyntaxException fault
                ? "`" + cut(pattern) + "` is no regular expression: " + fault.getDescription()
                : "`" + cut(pattern) + "` is too large a regular expression";
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    }
}
