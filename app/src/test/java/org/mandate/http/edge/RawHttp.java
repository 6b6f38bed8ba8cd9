package org.mandate.http.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends a request byte by byte, so that no client library tidies it up. */
final class RawHttp {
    private RawHttp() {}

    /** The answer to a request line and headers, each ending in a line feed; the connection is closed after it. */
    static Answer send(int port, String head, String body) {
        return send(port, head, body, false);
    }

    /** The answer to a request after which the client says that it sends no more. */
    static Answer broken(int port, String head, String body) {
        return send(port, head, body, true);
    }

    private static Answer send(int port, String head, String body, boolean last) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            String text = head.replace("\n", "\r\n") + "Host: localhost\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (last) {
                socket.shutdownOutput();
            }
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer get(int port, String path, String... headers) {
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\n");
        for (String header : headers) {
            head.append(header).append('\n');
        }
        return send(port, head.toString(), "");
    }

    static Answer post(int port, String path, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\n");
        head.append("Content-Type: ").append(type).append('\n');
        head.append("Content-Length: ").append(bytes.length).append('\n');
        for (String header : headers) {
            head.append(header).append('\n');
        }
        return send(port, head.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** An answer as it came over the wire. */
    record Answer(String text) {
        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        String header(String name) {
            for (String line :
                    text.substring(0, Math.max(0, text.indexOf("\r\n\r\n"))).split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
            return "";
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        boolean isProblem(int status) {
            return status() == status
                    && header("Content-Type").equals("application/problem+json")
                    && body().contains("\"status\":" + status)
                    && body().contains("\"type\":\"/problems/");
        }
    }
}
