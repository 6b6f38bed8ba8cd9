package org.mandate.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What differs between two texts, line by line, by their longest common subsequence where they are short enough for it. */
public final class TextDifference {

    /** What comparing each line with each may cost. */
    private static final long MOST_PAIRS = 1_000_000;

    private TextDifference() {}

    /**
     * A line of the comparison.
     * @param kind {@code add}, {@code del} or {@code same}
     */
    public record Line(String kind, String text) {

        /** The mark that stands before the line. */
        public String mark() {
            return switch (kind) {
                case "add" -> "+ ";
                case "del" -> "- ";
                default -> "  ";
            };
        }
    }

    /** The lines of both; of long texts only those that one of them lacks. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> young = after.isEmpty() ? List.of() : after.lines().toList();
        if ((long) old.size() * young.size() > MOST_PAIRS) {
            return Stream.concat(lacking(young, old, "del"), lacking(old, young, "add"))
                    .toList();
        }
        int[][] common = common(old, young);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                lines.add(new Line("same", old.get(i)));
                i++;
                j++;
            } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("del", old.get(i++)));
            } else {
                lines.add(new Line("add", young.get(j++)));
            }
        }
        return lines;
    }

    private static Stream<Line> lacking(List<String> there, List<String> lines, String kind) {
        Set<String> known = new HashSet<>(there);
        return lines.stream().filter(line -> !known.contains(line)).map(line -> new Line(kind, line));
    }

    private static int[][] common(List<String> old, List<String> young) {
        int[][] longest = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(young.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }
}
