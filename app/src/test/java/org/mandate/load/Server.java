package org.mandate.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases.Database;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application in this process on a free port and a fresh, durable database; with the empty endpoint beside the real ones. */
final class Server implements Closeable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "correct horse battery staple";

    private final ServletWebServerApplicationContext context;
    private final String token;

    private Server(Class<?> more, Database database, String... settings) throws IOException {
        var own =
                new String[] {"--server.port=0", "--server.address=127.0.0.1", "--mandate.admin-password=" + PASSWORD};
        context = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Application.class, EmptyEndpoint.class, more)
                        .run(Stream.of(database.arguments(), own, settings)
                                .flatMap(Stream::of)
                                .toArray(String[]::new));
        token = signIn();
    }

    static Server on(Database database, Path directory) throws IOException {
        return with(EmptyEndpoint.class, database, directory);
    }

    /** @param more beans that are to be there beside those of the application */
    static Server with(Class<?> more, Database database, Path directory, String... settings) throws IOException {
        var key = "--mandate.installation-key-file=" + directory.resolve("installation.key");
        return new Server(
                more,
                database,
                Stream.concat(Stream.of(key), Stream.of(settings)).toArray(String[]::new));
    }

    BeanFactory beans() {
        return context;
    }

    byte[] get(String path, String headers) {
        return Connection.request("GET", path, headers + "Authorization: Bearer " + token + "\r\n", new byte[0]);
    }

    String token() {
        return token;
    }

    int port() {
        return context.getWebServer().getPort();
    }

    byte[] post(String path, byte[] body) {
        var headers = "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
        return Connection.request("POST", path, headers, body);
    }

    byte[] get(String path) {
        return Connection.request("GET", path, "Authorization: Bearer " + token + "\r\n", new byte[0]);
    }

    byte[] post(String path, String body) {
        return post(path, body.getBytes(UTF_8));
    }

    /** The answer to one request that must succeed. */
    JsonNode ask(String path, byte[] body) throws IOException {
        return succeed(post(path, body));
    }

    private String signIn() throws IOException {
        var form = "username=admin&password=" + PASSWORD.replace(' ', '+');
        var request = Connection.request(
                "POST", "/auth/login", "Content-Type: application/x-www-form-urlencoded\r\n", form.getBytes(UTF_8));
        return succeed(request).get("access_token").asString();
    }

    private JsonNode succeed(byte[] request) throws IOException {
        try (var connection = new Connection(port())) {
            var answer = connection.exchange(request);
            if (answer.status() / 100 != 2) {
                throw new IllegalStateException("answered " + answer);
            }
            return JSON.readTree(answer.body());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
