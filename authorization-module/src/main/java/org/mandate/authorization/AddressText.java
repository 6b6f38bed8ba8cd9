package org.mandate.authorization;

import java.util.ArrayList;
import java.util.List;

/** The text forms of addresses: dotted IPv4, and IPv6 in groups, written as RFC 5952 has it. */
final class AddressText {

    private static final long[] NONE = {};
    private static final int GROUPS = 8;

    private AddressText() {}

    /** Four decimal parts as a number, or -1. A leading zero is refused: some read such a part as octal. */
    static long dotted(String text) {
        String[] parts = text.split("\\.", -1);
        long address = 0;
        for (String part : parts) {
            long value = number(part, 10, 3);
            if (parts.length != 4 || value < 0 || value > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
                return -1;
            }
            address = address << 8 | value;
        }
        return address;
    }

    static String dotted(long address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    /** The two halves of an IPv6 address, or an empty array. */
    static long[] groups(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return NONE;
        }
        List<Long> head = new ArrayList<>();
        List<Long> tail = new ArrayList<>();
        boolean read = gap < 0
                ? readGroups(text, true, head)
                : readGroups(text.substring(0, gap), false, head) && readGroups(text.substring(gap + 2), true, tail);
        int missing = GROUPS - head.size() - tail.size();
        if (!read || (gap < 0 ? missing != 0 : missing < 1)) {
            return NONE;
        }
        for (int i = 0; i < missing; i++) {
            head.add(0L);
        }
        head.addAll(tail);
        return new long[] {word(head.subList(0, 4)), word(head.subList(4, GROUPS))};
    }

    private static boolean readGroups(String text, boolean mayEndDotted, List<Long> groups) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && mayEndDotted && parts[i].indexOf('.') >= 0) {
                long ipv4 = dotted(parts[i]);
                if (ipv4 < 0) {
                    return false;
                }
                groups.add(ipv4 >>> 16);
                groups.add(ipv4 & 0xffff);
            } else {
                long group = number(parts[i], 16, 4);
                if (group < 0) {
                    return false;
                }
                groups.add(group);
            }
        }
        return true;
    }

    static String groups(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4)) & 0xffff);
        }
        int[] run = longestZeros(groups);
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < GROUPS) {
            if (i == run[0] && run[1] > 1) {
                text.append("::");
                i += run[1];
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
                i++;
            }
        }
        return text.toString();
    }

    private static int[] longestZeros(int[] groups) {
        int[] best = {0, 0};
        int length = 0;
        for (int i = 0; i < groups.length; i++) {
            length = groups[i] == 0 ? length + 1 : 0;
            if (length > best[1]) {
                best = new int[] {i - length + 1, length};
            }
        }
        return best;
    }

    private static long word(List<Long> groups) {
        long word = 0;
        for (long group : groups) {
            word = word << 16 | group;
        }
        return word;
    }

    /** The digits as a number, or -1; only ASCII digits count. */
    static long number(String digits, int radix, int longest) {
        if (digits.isEmpty() || digits.length() > longest) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
