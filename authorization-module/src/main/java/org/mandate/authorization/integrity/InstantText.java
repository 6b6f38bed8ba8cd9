package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as text and back, as {@link Instant} has it, many of the same day after each other: the calendar is asked once a
 * day. For one thread.
 */
final class InstantText {

    /** The longest text of an instant. */
    static final int LONGEST = 40;

    private static final long DAY = 86_400;
    private static final int DATE = 10;
    private static final int SECONDS = 20;
    private static final int MILLIS = 24;
    private static final int MICROS = 27;
    /** From the first to the last day whose year has four digits and no sign. */
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();

    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final byte[] date = new byte[DATE];
    private long day = Long.MIN_VALUE;

    /** Writes it there and answers where it ends. */
    int write(Instant instant, byte[] bytes, int from) {
        var second = instant.getEpochSecond();
        if (!turnTo(Math.floorDiv(second, DAY))) {
            var text = instant.toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, bytes, from, text.length);
            return from + text.length;
        }
        System.arraycopy(date, 0, bytes, from, DATE);
        var ofDay = (int) Math.floorMod(second, DAY);
        bytes[from + DATE] = 'T';
        digits(ofDay / 3600, 2, bytes, from + 11);
        bytes[from + 13] = ':';
        digits(ofDay / 60 % 60, 2, bytes, from + 14);
        bytes[from + 16] = ':';
        digits(ofDay % 60, 2, bytes, from + 17);
        var end = fraction(instant.getNano(), bytes, from + 19);
        bytes[end] = 'Z';
        return end + 1;
    }

    private static int fraction(int nano, byte[] bytes, int at) {
        if (nano == 0) {
            return at;
        }
        bytes[at] = '.';
        if (nano % 1_000_000 == 0) {
            return digits(nano / 1_000_000, 3, bytes, at + 1);
        }
        return nano % 1_000 == 0 ? digits(nano / 1_000, 6, bytes, at + 1) : digits(nano, 9, bytes, at + 1);
    }

    private static int digits(int number, int count, byte[] bytes, int at) {
        var rest = number;
        for (var i = at + count - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    /** False where the date of that day has another form. */
    private boolean turnTo(long wanted) {
        if (wanted == day) {
            return true;
        }
        if (wanted < FIRST_DAY || wanted > LAST_DAY) {
            return false;
        }
        var text = LocalDate.ofEpochDay(wanted).toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, date, 0, DATE);
        day = wanted;
        return true;
    }

    /** @throws DateTimeException when it is none */
    Instant parse(String text) {
        var length = text.length();
        var fraction = length == MILLIS ? 3 : length == MICROS ? 6 : 0;
        if (length != (fraction == 0 ? SECONDS : SECONDS + 1 + fraction) || !shaped(text, fraction)) {
            return Instant.parse(text);
        }
        if (!sameDate(text)) {
            turnTo(LocalDate.parse(text.substring(0, DATE)).toEpochDay());
        }
        var second = 3600 * number(text, 11, 2) + 60 * number(text, 14, 2) + number(text, 17, 2);
        var part = number(text, SECONDS, fraction);
        return second < 0 || part < 0
                ? Instant.parse(text)
                : Instant.ofEpochSecond(day * DAY + second, part * (fraction == 3 ? 1_000_000L : 1_000L));
    }

    private static boolean shaped(String text, int fraction) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(DATE) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(11) <= '2'
                && text.charAt(14) <= '5'
                && text.charAt(17) <= '5'
                && (fraction == 0 || text.charAt(19) == '.')
                && text.charAt(text.length() - 1) == 'Z';
    }

    private boolean sameDate(String text) {
        for (var i = 0; i < DATE; i++) {
            if (text.charAt(i) != date[i]) {
                return false;
            }
        }
        return true;
    }

    /** Far below zero where a character is no digit. */
    private static int number(String text, int from, int count) {
        var number = 0;
        for (var i = from; i < from + count; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE / 7200;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
