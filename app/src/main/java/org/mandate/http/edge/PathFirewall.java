package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Strict about the path, where a disguise would bypass a rule; the container is strict about header values already. The ids of
 * entities are other systems' and may have slashes: those come encoded, below this one path, and part nothing.
 */
final class PathFirewall implements HttpFirewall {

    private static final String ENTITIES = "/admin/entities/";

    private final StrictHttpFirewall everywhere = strict();
    private final StrictHttpFirewall entities = strict();

    PathFirewall() {
        entities.setAllowUrlEncodedSlash(true);
        entities.setAllowUrlEncodedDoubleSlash(true);
        // The container leaves the encoding of a slash as it is, which begins with this.
        entities.setAllowUrlEncodedPercent(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return (request.getRequestURI().startsWith(ENTITIES) ? entities : everywhere).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return everywhere.getFirewalledResponse(response);
    }

    private static StrictHttpFirewall strict() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }
}
