package org.mandate.http.edge;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.config.MandateSettings;
import org.mandate.identity.token.Sessions;
import org.mandate.identity.token.TokenKeys;
import org.mandate.identity.token.TokenSettings;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The edge over a real container, with nothing behind it. Not a component, so that the application never finds it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@EnableConfigurationProperties(MandateSettings.class)
@ComponentScan(basePackages = {"org.mandate.http.edge", "org.mandate.http.json", "org.mandate.http.problem"})
class EdgeApp {
    static final String ISSUER = "http://edge.test";
    static final String LIVE = "live-session";
    static final TestTokens TOKENS = new TestTokens();
    static final Map<String, Boolean> ENDED = new ConcurrentHashMap<>();
    static final AtomicLong POSITION = new AtomicLong(100);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TokenSettings tokenSettings() {
        return new TokenSettings(ISSUER, "mandate", Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofSeconds(5));
    }

    @Bean
    TokenKeys tokenKeys() {
        return TOKENS::published;
    }

    @Bean
    Sessions sessions() {
        return session -> session.equals(LIVE) && !ENDED.containsKey(session);
    }

    @Bean
    FactsStatus factsStatus() {
        return new FactsStatus() {
            @Override
            public long position() {
                return POSITION.get();
            }

            @Override
            public boolean await(long position, Duration atMost) {
                return position <= POSITION.get();
            }

            @Override
            public void wake() {}

            @Override
            public boolean fit() {
                return true;
            }

            @Override
            public String describe() {
                return "fit";
            }
        };
    }

    @Bean
    DecisionPoint decisionPoint() {
        return new DecisionPoint() {
            @Override
            public Recorded decide(AccessRequest request, Provenance provenance) {
                return new Recorded("d-1", peek(request));
            }

            @Override
            public List<Recorded> decideAll(
                    List<AccessRequest> requests, Predicate<Decision> last, Provenance provenance) {
                return requests.stream()
                        .map(request -> decide(request, provenance))
                        .toList();
            }

            @Override
            public Decision peek(AccessRequest request) {
                boolean allowed = request.scopes().equals(Optional.of(Set.of("admin")));
                return new Decision(allowed, List.of(new Reason(Reason.Kind.DEFAULT, "", "Nothing gives it")), 7);
            }
        };
    }
}
