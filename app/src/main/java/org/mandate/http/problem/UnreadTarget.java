package org.mandate.http.problem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * How the address of a request begins that the container gave up reading, since it is too long: nothing of the request was
 * taken in then but what lies in the buffer.
 */
final class UnreadTarget {

    private static final int MOST = 100;
    private static final Pattern LINE = Pattern.compile("\\s*[A-Z]+ (/[^ ?\\r\\n]*)");

    private UnreadTarget() {}

    /** The beginning of its path; empty where there is none. */
    static String of(Request request) {
        if (!(request.getCoyoteRequest().getInputBuffer() instanceof ApplicationBufferHandler held)) {
            return "";
        }
        ByteBuffer buffered = held.getByteBuffer().duplicate().rewind();
        byte[] begun = new byte[Math.min(MOST, buffered.remaining())];
        buffered.get(begun);
        Matcher line = LINE.matcher(new String(begun, StandardCharsets.ISO_8859_1));
        return line.lookingAt() ? line.group(1) : "";
    }
}
