package org.mandate.http.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the edge.
 *
 * @param trustedProxies addresses or networks of the proxies whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("mandate")
record EdgeSettings(@DefaultValue List<String> trustedProxies) {}
