package org.mandate.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody at the console without a browser: what is sent stands as the test wrote it, and nothing tidies it up. */
final class PlainVisit {

    private static final int PATIENCE = 30_000;
    private static final Pattern COOKIE = Pattern.compile("(?im)^set-cookie: ([^=]+)=([^;\r\n]*)");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    private PlainVisit() {}

    static PlainVisit of(String username) {
        PlainVisit visit = new PlainVisit();
        Answer entered = visit.signIn(username, "/console");
        if (entered.status() != 302) {
            throw new IllegalStateException("no way in: " + entered.text());
        }
        return visit;
    }

    static Answer signedIn(String username, String back) {
        return new PlainVisit().signIn(username, back);
    }

    /** A cookie that the browser has no longer. */
    void forget(String cookie) {
        cookies.remove(cookie);
    }

    Answer signIn(String username, String back) {
        String token = get("/console/login").field("_csrf");
        return send(
                "POST",
                "/console/login",
                form("_csrf", token, "username", username, "password", ConsoleServer.PASSWORD, "back", back));
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    /** A form as its page would send it: with the mark of the page in it. */
    Answer post(String path, String form) {
        return send("POST", path, form("_csrf", get("/console/me").field("_csrf")) + "&" + form);
    }

    /** Names and values in turn, encoded as a form has them. */
    static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int n = 0; n < fields.length; n += 2) {
            form.append(n == 0 ? "" : "&")
                    .append(fields[n])
                    .append('=')
                    .append(URLEncoder.encode(fields[n + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** Exactly this, with the cookies of the visit. */
    Answer send(String method, String path, String form) {
        String held = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String head = method + " " + path + " HTTP/1.0\r\nHost: localhost\r\nCookie: " + held
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", ConsoleServer.base().getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write((head + form).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Answer answer = new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            Matcher set = COOKIE.matcher(answer.head());
            while (set.find()) {
                cookies.put(set.group(1), set.group(2));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer as it came over the wire. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n"));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        String header(String name) {
            return head().lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }

        /** What stands in a field of the page's form. */
        String field(String name) {
            Matcher found = Pattern.compile("<input[^>]* name=\"" + name + "\"[^>]*? value=\"([^\"]*)\"")
                    .matcher(text);
            return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
        }

        boolean isPage() {
            return header("Content-Type").startsWith("text/html") && body().contains("<h1");
        }
    }
}
