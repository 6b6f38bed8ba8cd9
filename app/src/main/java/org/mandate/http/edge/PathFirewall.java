package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Strict about the path, where a disguise would bypass a rule: what needs no encoding comes without (RFC 3986, 6.2.2.2). The container is strict about header values already. The ids of
 * entities are other systems' and may have slashes: those come encoded, below this one path, and part nothing.
 */
final class PathFirewall implements HttpFirewall {

    private static final String ENTITIES = "/admin/entities/";

    /** Letters, digits, hyphen and underscore; an encoded dot is refused as it is. */
    private static final Pattern DISGUISED =
            Pattern.compile("%(?:3[0-9]|[46][1-9a-f]|[57][0-9a]|2d|5f)", Pattern.CASE_INSENSITIVE);

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
        if (DISGUISED.matcher(request.getRequestURI()).find()) {
            throw new RequestRejectedException("the path encodes what needs no encoding");
        }
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
