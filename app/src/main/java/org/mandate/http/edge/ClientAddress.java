package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Network;
import org.mandate.config.MandateSettings;
import org.springframework.stereotype.Component;

/** The address that a request came from. What a header says of it counts only when a configured proxy has written it. */
@Component
class ClientAddress {
    private static final String HEADER = "X-Forwarded-For";
    private static final int MOST_HOPS = 32;

    private final List<Network> proxies;

    ClientAddress(MandateSettings settings) {
        proxies = settings.trustedProxies().stream().map(ClientAddress::network).toList();
    }

    private static Network network(String text) {
        return Network.parse(text.trim())
                .orElseThrow(() -> new IllegalStateException(
                        "`mandate.trusted-proxies` must list addresses or networks, `" + text + "` is neither"));
    }

    Optional<String> of(HttpServletRequest request) {
        Optional<String> nearest = normal(request.getRemoteAddr());
        if (proxies.isEmpty() || nearest.filter(this::isProxy).isEmpty()) {
            return nearest;
        }
        Optional<String> current = nearest;
        for (String hop : hops(request)) {
            Optional<String> further = normal(hop);
            if (further.isEmpty()) {
                return current;
            }
            current = further;
            if (!isProxy(further.get())) {
                return current;
            }
        }
        return current;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** Nearest first: each proxy appends, so the right end is what is known best. */
    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(HEADER))) {
            Collections.addAll(hops, value.split(",", MOST_HOPS * 2));
        }
        Collections.reverse(hops);
        return hops.subList(0, Math.min(hops.size(), MOST_HOPS));
    }

    /** One spelling for each address: without port, brackets or zone, IPv4 as IPv4. */
    private static Optional<String> normal(String address) {
        String bare = address.trim();
        if (bare.startsWith("[") && bare.indexOf(']') > 0) {
            bare = bare.substring(1, bare.indexOf(']'));
        } else if (bare.indexOf(':') > 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        int zone = bare.indexOf('%');
        bare = zone < 0 ? bare : bare.substring(0, zone);
        return bare.contains("/") ? Optional.empty() : Network.parse(bare).map(ClientAddress::text);
    }

    private static String text(Network single) {
        String block = single.toString();
        return block.substring(0, block.indexOf('/'));
    }
}
