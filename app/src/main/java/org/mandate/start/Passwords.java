package org.mandate.start;

import java.security.SecureRandom;

/** Makes passwords that nobody has to guess from: 24 characters of 57, about 140 bits. */
final class Passwords {

    /** Without what is easily taken for something else when it is read from a screen. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int LENGTH = 24;

    private final SecureRandom random;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    String generate() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
