package org.mandate.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.enforcement.Caller;
import org.mandate.identity.UserId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The controllers with strict JSON and problems, called by Alice, before a gateway that answers as it is told to. */
@SpringJUnitWebConfig(HttpSlice.Slice.class)
public abstract class HttpSlice {

    protected static final Caller ALICE = new Caller(
            Optional.of(new UserId("alice")),
            Optional.of(Set.of()),
            Optional.of("session"),
            Optional.of("10.0.0.1"),
            Optional.empty(),
            "request-1",
            Channel.HTTP);

    @Autowired
    protected RecordingGateway gateway;

    protected MockMvcTester http;

    @BeforeEach
    void start(@Autowired WebApplicationContext context) {
        gateway.forget();
        http = MockMvcTester.from(context);
    }

    protected MockMvcTester.MockMvcRequestBuilder json(MockMvcTester.MockMvcRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    /** What a controller needs and no more. Not a component, so that the application never finds it. */
    @EnableWebMvc
    @ComponentScan({
        "org.mandate.http.json",
        "org.mandate.http.problem",
        "org.mandate.http.posts",
        "org.mandate.http.admin",
        "org.mandate.http.permissions",
        "org.mandate.http.simulation"
    })
    static class Slice implements WebMvcConfigurer {

        @Bean
        RecordingGateway gateway() {
            return new RecordingGateway();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AliceCalls());
        }
    }

    private static final class AliceCalls implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return ALICE;
        }
    }
}
