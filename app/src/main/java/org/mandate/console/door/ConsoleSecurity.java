package org.mandate.console.door;

import jakarta.servlet.DispatcherType;
import org.mandate.console.Pages;
import org.mandate.identity.token.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** The console's own way in: a cookie in place of a token, forms that prove where they came from, and nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity implements WebMvcConfigurer {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String[] ANYONE = {"/assets/**", "/console/login", "/console/theme"};
    private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";

    @Bean
    @Order(1)
    SecurityFilterChain consoleChain(
            HttpSecurity http, ConsoleCookies cookies, FormTokens tokens, Sessions sessions, Pages pages) {
        ConsoleDoor door = new ConsoleDoor(pages);
        return http.securityMatcher("/console", "/console/**", "/assets/**")
                .csrf(csrf -> csrf.csrfTokenRepository(tokens.kept())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(none -> none.securityContextRepository(new NullSecurityContextRepository()))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(door).accessDeniedHandler(door))
                .headers(ConsoleSecurity::headers)
                .addFilterBefore(new VisitorFilter(cookies, sessions), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(ANYONE)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY));
    }

    private static String library(String name) {
        String version = new WebJarVersionLocator().version(name);
        if (version == null) {
            throw new IllegalStateException("the library `" + name + "` of the console is not on the classpath");
        }
        return WEBJARS + name + "/" + version + "/dist/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl aDay = CacheControl.maxAge(java.time.Duration.ofDays(1)).cachePublic();
        registry.addResourceHandler("/assets/lib/**")
                .addResourceLocations(library("htmx.org"), library("chart.js"), library("cytoscape"))
                .setCacheControl(aDay);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(aDay);
    }
}
