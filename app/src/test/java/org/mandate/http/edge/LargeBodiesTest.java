package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.http.edge.RawHttp.Answer;

/** An import may have 256 MiB and not a byte more; all other bodies are held to their own limit meanwhile. */
class LargeBodiesTest extends EdgeContract {

    private static final long LIMIT = 256L << 20;
    private static final byte[] MEBIBYTE = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

    private final String token = bearer(EdgeApp.TOKENS.good());

    @Test
    void refusesAnImportThatIsAnnouncedTooLargeWithItsBodyUnread() throws IOException {
        Answer refused = announced("/admin/import", LIMIT + 1);
        assertThat(refused.isProblem(413)).as(refused.text()).isTrue();
        assertThat(refused.body()).contains("268435456 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/imports", "/admin/import/", "/probe"})
    void holdsEveryOtherPathToOneMebibyte(String path) throws IOException {
        Answer refused = announced(path, 2 << 20);
        assertThat(refused.isProblem(413)).as(refused.text()).isTrue();
    }

    private Answer announced(String path, long length) throws IOException {
        try (Socket socket = open("POST " + path + " HTTP/1.1\r\nContent-Length: " + length)) {
            socket.shutdownOutput();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413"})
    void countsABodyThatComesInChunks(int more, int status) throws IOException {
        Answer answer = inChunks(LIMIT + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body()).contains("268435456");
        } else {
            assertThat(answer.isProblem(413)).as(answer.text()).isTrue();
        }
    }

    private Answer inChunks(long length) throws IOException {
        try (Socket socket = open("POST /admin/import HTTP/1.1\r\nTransfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            for (long sent = 0; sent < length; ) {
                int size = (int) Math.min(MEBIBYTE.length, length - sent);
                out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(MEBIBYTE, 0, size);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent += size;
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Socket open(String head) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write((head + "\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n" + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
