package org.mandate.http.edge;

import java.util.List;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.mandate.http.problem.ProblemReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets up the web framework and the container for the edge. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration implements WebMvcConfigurer {
    /** The console's forms, as large as any body; those of the API are read by the API, which takes less. */
    private static final int FORM_LIMIT = (int) BodyLimitFilter.LIMIT;

    /** What is still read of a refused body, so that a client which is busy sending gets to see the refusal. */
    private static final int SWALLOWED = 16 << 20;

    private final Callers callers;

    EdgeConfiguration(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietContainer() {
        return new QuietContainer();
    }

    /** After the settings of the framework, which bring a report of their own. */
    private static final class QuietContainer
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxPostSize(FORM_LIMIT);
                connector.setXpoweredBy(false);
                connector.setAllowTrace(true);
                // An encoded slash stays one, and never parts a path; where none may be, the firewall refuses it.
                connector.setEncodedSolidusHandling("passthrough");
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setMaxSwallowSize(SWALLOWED);
                }
            });
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
