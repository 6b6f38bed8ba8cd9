package org.mandate.http.json;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes strict reading the only way to read a request. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new StrictJsonConverter());
        builder.configureMessageConvertersList(JsonConfiguration::withoutOtherFormats);
    }

    /** Each format on the classpath brings a reader of its own, lenient, that would take what the strict one refuses. */
    private static void withoutOtherFormats(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter instanceof AbstractJacksonHttpMessageConverter<?>
                && !(converter instanceof StrictJsonConverter));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormResolver());
    }

    /** The console's forms are read by the console. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictRequests()).excludePathPatterns("/console/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        WholeNumbers.addTo(registry);
    }
}
