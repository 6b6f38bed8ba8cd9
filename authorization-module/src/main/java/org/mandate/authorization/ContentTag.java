package org.mandate.authorization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Makes the tags of what is {@link Tagged}: short, and safe in a header and in an address. */
public final class ContentTag {

    private static final int BYTES = 18;

    private ContentTag() {}

    /**
     * The tag of these members, of several texts each. Texts and lists go in behind their lengths, so nothing can be read
     * in two ways: no text runs into the next, and none moves from one member to another.
     */
    @SafeVarargs
    public static String of(List<String>... members) {
        MessageDigest digest = sha256();
        for (List<String> texts : members) {
            digest.update(length(texts.size()));
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(length(bytes.length));
                digest.update(bytes);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
