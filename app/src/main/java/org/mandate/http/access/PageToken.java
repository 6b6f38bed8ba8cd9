package org.mandate.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mandate.authorization.search.Paging;
import org.mandate.authorization.search.Place;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;

/**
 * Where a page of a search begins, as callers carry it from page to page: a digest over the question and the rest, then the
 * limit and the last name before the page. It opens nothing that its holder could not ask for: the digest only tells a question
 * from another, and a whole token from a damaged one.
 */
public final class PageToken {

    private static final int DIGEST = 16;
    private static final int LONGEST = 50_000;

    private PageToken() {}

    /** @param question what the search asks, in a form that does not vary */
    public static String write(String question, Paging page) {
        String rest = page.limit() + page.from().after().map(last -> ":" + last).orElse("");
        byte[] text = rest.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(digest(question, text), DIGEST + text.length);
        System.arraycopy(text, 0, token, DIGEST, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public static Paging read(String token, String question) {
        if (token.length() > LONGEST) {
            throw foreign();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        byte[] text = Arrays.copyOfRange(bytes, Math.min(DIGEST, bytes.length), bytes.length);
        if (!Arrays.equals(digest(question, text), Arrays.copyOf(bytes, DIGEST))
                || !token.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
            throw foreign();
        }
        String rest = new String(text, StandardCharsets.UTF_8);
        int colon = rest.indexOf(':');
        Optional<String> after = colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        try {
            int limit = Integer.parseInt(colon < 0 ? rest : rest.substring(0, colon));
            return new Paging(new Place(after), limit);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static byte[] digest(String question, byte[] rest) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(question.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(rest), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemFound foreign() {
        return Problem.invalid("page.token", "must be the `next_token` of the page before, sent with the same search")
                .found();
    }
}
