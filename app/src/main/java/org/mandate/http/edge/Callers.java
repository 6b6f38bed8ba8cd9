package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.enforcement.Caller;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Tells controllers who is calling: a parameter of type {@link Caller} is all that they need. */
@Component
public class Callers implements HandlerMethodArgumentResolver {
    private static final int LONGEST_AGENT = 256;

    private final ClientAddress addresses;

    Callers(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** Who sent the request, once its token has been verified. */
    public Caller of(HttpServletRequest request) {
        Optional<BearerClaims> claims = BearerAuthentication.current();
        return new Caller(
                claims.map(BearerClaims::user),
                claims.map(BearerClaims::scopes),
                claims.map(BearerClaims::session),
                addresses.of(request),
                agent(request.getHeader("User-Agent")),
                request.getAttribute(ProblemWriter.REQUEST_ID) instanceof String id ? id : "",
                channel(request));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("a caller comes with a servlet request only");
        }
        return of(request);
    }

    private static Optional<String> agent(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        StringBuilder clean = new StringBuilder();
        header.chars()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_AGENT)
                .forEach(c -> clean.append((char) c));
        return Optional.of(clean.toString()).filter(agent -> !agent.isBlank());
    }

    private static Channel channel(HttpServletRequest request) {
        if (Paths.isAccessApi(request)) {
            return Channel.ACCESS_API;
        }
        return Paths.isConsole(request) ? Channel.CONSOLE : Channel.HTTP;
    }
}
