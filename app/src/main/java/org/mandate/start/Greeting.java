package org.mandate.start;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says where to go next once the node is ready. */
final class Greeting implements ApplicationListener<ApplicationReadyEvent> {

    private static final String DEFAULT_PORT = "8080";

    private final String baseUrl;
    private final PrintStream console;

    Greeting(String baseUrl, PrintStream console) {
        this.baseUrl = baseUrl;
        this.console = console;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        String url = port.equals(DEFAULT_PORT) ? baseUrl : "http://localhost:" + port;
        console.println("""

                Mandate is ready at %1$s
                  Console                   %1$s/console
                  API and its description   %1$s/docs
                  Health                    %1$s/actuator/health
                  Sign in                   curl -s %1$s/auth/login -d username=admin --data-urlencode password=...
                """.formatted(url));
    }
}
