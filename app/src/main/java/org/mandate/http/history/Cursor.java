package org.mandate.http.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;

/** Where a page begins, as callers carry it, and how long it may be. */
final class Cursor {

    private static final int LARGEST = 1000;

    private Cursor() {}

    static int limit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "must be 1 to " + LARGEST + ", not `" + limit + "`")
                    .found();
        }
        return limit;
    }

    static Optional<String> written(Optional<String> key) {
        return key.map(
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<String> read(Optional<String> cursor) {
        return cursor.map(Cursor::decoded);
    }

    static Optional<Long> readPosition(Optional<String> cursor) {
        return read(cursor).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw foreign();
            }
        });
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static ProblemFound foreign() {
        return Problem.invalid("cursor", "the `next` of a page is expected").found();
    }
}
