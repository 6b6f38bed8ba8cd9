package org.mandate.http.preview;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.simulation.Preview;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Previews;
import org.mandate.http.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The gateway as the edge has it. It is the one place that knows of previews: whichever controller sends the command of an
 * administrative write, with {@code preview=true} the command is looked at instead.
 */
@Component
@Primary
class PreviewingGateway implements Gateway {

    private static final String PARAMETER = "preview";
    private static final String ADMINISTRATION = "/admin/";

    /** Not changes to the history, so there is nothing to look at beforehand. */
    private static final List<String> BESIDE = List.of("/admin/projections/", "/admin/sessions/");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Gateway gateway;
    private final Previews previews;
    private final Preview preview;

    PreviewingGateway(@Qualifier("gateway") Gateway gateway, Previews previews, Preview preview) {
        this.gateway = gateway;
        this.previews = previews;
        this.preview = preview;
    }

    @Override
    public <R> Written<R> send(Object command, Caller caller) {
        if (isPreview()) {
            throw new PreviewMade(preview.of(previews.rehearse(command, caller)));
        }
        return gateway.send(command, caller);
    }

    @Override
    public <R> R ask(Object query, ResponseType<R> type, Caller caller) {
        return gateway.ask(query, type, caller);
    }

    @Override
    public <R> R readBack(Object query, ResponseType<R> type, Caller caller) {
        return gateway.readBack(query, type, caller);
    }

    @Override
    public Recorded evaluate(Evaluate question, Caller caller) {
        return gateway.evaluate(question, caller);
    }

    @Override
    public boolean wouldAdmit(Object message, Caller caller) {
        return gateway.wouldAdmit(message, caller);
    }

    private static boolean isPreview() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && isPreview(attributes.getRequest());
    }

    private static boolean isPreview(HttpServletRequest request) {
        @Nullable String[] asked = request.getParameterValues(PARAMETER);
        if (asked == null || READING.contains(request.getMethod()) || !isUnder(request, ADMINISTRATION)) {
            return false;
        }
        String wanted = asked.length == 1 && asked[0] != null ? asked[0] : "";
        if (!wanted.equals("true") && !wanted.equals("false")) {
            throw Problem.invalid(PARAMETER, "must be `true` or `false`").found();
        }
        boolean previewed = wanted.equals("true");
        if (previewed && BESIDE.stream().anyMatch(path -> isUnder(request, path))) {
            throw Problem.invalid(PARAMETER, "this changes nobody's access and has no preview")
                    .found();
        }
        return previewed;
    }

    /** By what the request was routed to, not by how its path is written. */
    private static boolean isUnder(HttpServletRequest request, String path) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String routed
                && routed.startsWith(path);
    }
}
