package org.mandate.authorization.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The form in which a value is indexed. Callers name subjects and resources as they like; what no database column or index
 * would take is indexed by its digest, so that one odd value can never hold up the records around it.
 */
final class SearchKey {

    private static final int LONGEST = 200;

    private SearchKey() {}

    static String of(String value) {
        return isPlain(value) ? value : "sha-256:" + digest(value);
    }

    private static boolean isPlain(String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String digest(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_16BE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
