package org.mandate.http.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import org.mandate.http.edge.Callers;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Where single evaluations leave the way that other requests take. */
@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    /** Behind the security chain and the wait for a position, and before all that serves pages. */
    private static final int BEHIND_THE_EDGE = 1;

    @Bean
    FilterRegistrationBean<EvaluationFilter> evaluationFilter(
            SingleEvaluation evaluation, Callers callers, MeterRegistry meters) {
        FilterRegistrationBean<EvaluationFilter> filter =
                new FilterRegistrationBean<>(new EvaluationFilter(evaluation, callers, meters));
        filter.addUrlPatterns(EvaluationFilter.PATH);
        filter.setOrder(BEHIND_THE_EDGE);
        return filter;
    }

    /** An observation of each costs as much as the decision; the filter times them. */
    @Bean
    ObservationPredicate evaluationsAreTimedWhereTheyAreAnswered() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && EvaluationFilter.PATH.equals(request.getCarrier().getRequestURI()));
    }
}
