package org.mandate.authorization.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of a bounded size. What is repeated a number of times is compiled as often, so the number is looked at
 * first.
 */
final class Regex {

    private static final int LARGEST = 100;

    /** What it may come to at most by its repetitions, reckoned too high rather than too low; compiling it takes some 5 ms. */
    private static final long LARGEST_WRITTEN_OUT = 10_000;

    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("(\\)?)\\{(\\d*)(,(\\d*))?\\}");

    private Regex() {}

    /** @throws CelInvalidArgumentException where it is none, or too large */
    static Pattern compile(String pattern) {
        if (writtenOut(pattern) <= LARGEST_WRITTEN_OUT) {
            try {
                Pattern compiled = Pattern.compile(pattern);
                if (compiled.programSize() <= LARGEST) {
                    return compiled;
                }
            } catch (PatternSyntaxException e) {
                throw new CelInvalidArgumentException(e);
            }
        }
        throw new CelInvalidArgumentException("the pattern is too large");
    }

    /** Repetitions of groups may stand in each other, those of anything else may not: RE2 refuses a repetition of a repetition. */
    private static long writtenOut(String pattern) {
        long groups = 1;
        long single = 1;
        for (MatchResult found : REPEATED.matcher(pattern).results().toList()) {
            long times = Math.max(times(found.group(2)), times(found.group(4)));
            if ("".equals(found.group(1))) {
                single = Math.max(single, times);
            } else {
                groups = Math.min(groups * times, LARGEST_WRITTEN_OUT + 1);
            }
        }
        return groups * single * pattern.length();
    }

    /** No repetition that RE2 takes has more than four digits. */
    private static long times(@Nullable String digits) {
        return digits == null || digits.isEmpty() || digits.length() > 4 ? 1 : Math.max(1, Long.parseLong(digits));
    }
}
