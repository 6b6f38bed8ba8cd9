package org.mandate.console;

import java.net.URI;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server with the demonstration, started on first use and shared by the tests of the console. */
final class ConsoleServer {

    static final String PASSWORD = "correct horse battery staple";

    private ConsoleServer() {}

    static URI base() {
        return Running.BASE;
    }

    static <T> T bean(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    /** Another one of its own, for whoever leaves traces; who starts it closes it. */
    static ConfigurableApplicationContext start() {
        var settings = new String[] {
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--mandate.admin-password=" + PASSWORD,
            "--mandate.demo-password=" + PASSWORD,
            "--mandate.installation-key-file=" + Databases.temporaryDirectory().resolve("installation.key")
        };
        var arguments = Stream.of(Databases.h2().arguments(), settings).flatMap(Stream::of);
        return SpringApplication.run(Application.class, arguments.toArray(String[]::new));
    }

    static URI base(ConfigurableApplicationContext context) {
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port);
    }

    private static final class Running {
        private static final ConfigurableApplicationContext CONTEXT = start();
        private static final URI BASE = base(CONTEXT);
    }
}
