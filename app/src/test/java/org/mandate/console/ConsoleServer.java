package org.mandate.console;

import java.net.URI;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A running server with the demonstration, started on first use and shared by the tests of the console. */
final class ConsoleServer {

    static final String PASSWORD = "correct horse battery staple";

    private ConsoleServer() {}

    static URI base() {
        return Running.BASE;
    }

    private static final class Running {
        private static final URI BASE = start();

        private static URI start() {
            var settings = new String[] {
                "--server.port=0",
                "--spring.profiles.active=demo",
                "--mandate.admin-password=" + PASSWORD,
                "--mandate.demo-password=" + PASSWORD,
                "--mandate.installation-key-file="
                        + Databases.temporaryDirectory().resolve("installation.key")
            };
            var arguments = Stream.of(Databases.h2().arguments(), settings).flatMap(Stream::of);
            var context = SpringApplication.run(Application.class, arguments.toArray(String[]::new));
            var port = ((WebServerApplicationContext) context).getWebServer().getPort();
            return URI.create("http://localhost:" + port);
        }
    }
}
