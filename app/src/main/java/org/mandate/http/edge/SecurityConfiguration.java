package org.mandate.http.edge;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.mandate.identity.token.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who comes in: bearer tokens only, no session, and everything that is not named here needs a token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] PUBLIC_READS = {
        "/",
        "/oauth2/jwks",
        "/.well-known/**",
        "/actuator/health/**",
        "/problems/*",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/docs/**",
        "/swagger-ui/**"
    };
    private static final String[] PUBLIC_WRITES = {"/auth/register", "/auth/login", "/auth/refresh"};

    /**
     * The decision point is asked most, so its chain is put together by hand: the shortest that still authenticates. Whatever
     * the builder adds for browsers, forms and sessions is not in it.
     */
    @Bean
    @Order(1)
    SecurityFilterChain accessChain(VerifiedTokens tokens, Sessions sessions) {
        Challenge challenge = new Challenge();
        ExceptionTranslationFilter faults = new ExceptionTranslationFilter(challenge);
        faults.setAccessDeniedHandler(challenge);
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/access/v1/**"),
                new SecurityContextHolderFilter(new NullSecurityContextRepository()),
                new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter(), new CacheControlHeadersWriter())),
                new BearerFilter(tokens, sessions),
                faults,
                new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated()));
    }

    /** Refused requests are in the journal and counted by status; a measurement of each filter costs more than all of them. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http, VerifiedTokens tokens, Sessions sessions, MetricsDoor metrics) {
        return bare(http, tokens, sessions)
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_READS)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_READS)
                        .permitAll()
                        .requestMatchers(PUBLIC_WRITES)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(metrics)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static HttpSecurity bare(HttpSecurity http, VerifiedTokens tokens, Sessions sessions) {
        Challenge challenge = new Challenge();
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(none -> none.securityContextRepository(new NullSecurityContextRepository()))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(challenge).accessDeniedHandler(challenge))
                .addFilterBefore(new BearerFilter(tokens, sessions), AuthorizationFilter.class);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new ContentPolicy());
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new RejectedRequests(mappings);
    }

    @Bean
    HttpFirewall firewall() {
        return new PathFirewall();
    }
}
