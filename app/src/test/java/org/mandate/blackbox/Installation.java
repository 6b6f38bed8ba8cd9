package org.mandate.blackbox;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A server of one's own, for what cannot be shared: other settings, or a fault. */
record Installation(ConfigurableApplicationContext context, URI at) implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    /** @param settings as program arguments, beside those that every server of the tests has */
    static Installation start(Database database, String... settings) {
        var common = Stream.of(
                "--server.port=0",
                "--mandate.admin-password=" + PASSWORD,
                "--mandate.token.access-lifetime=2h",
                "--mandate.installation-key-file=" + database.keyFile());
        var arguments = Stream.of(Stream.of(database.arguments()), common, Stream.of(settings))
                .flatMap(all -> all)
                .toArray(String[]::new);
        var context = SpringApplication.run(Application.class, arguments);
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return new Installation(context, URI.create("http://localhost:" + port));
    }

    /** Calls of the first administrator. */
    Api admin() {
        return Person.signIn(new Api(at, Optional.empty()), "admin", PASSWORD).api();
    }

    @Override
    public void close() {
        context.close();
    }
}
