package org.mandate.http.access;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mandate.config.MandateSettings;
import org.mandate.identity.token.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where the decision point is asked. Its addresses come from the settings; what a request says of its host is not believed. */
@RestController
class DiscoveryController {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryController.class);
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final Map<String, String> endpoints;
    private final Statements statements;

    DiscoveryController(MandateSettings settings, Statements statements) {
        this.endpoints = endpoints(settings.baseUrl());
        this.statements = statements;
        if (!"https".equalsIgnoreCase(URI.create(settings.baseUrl()).getScheme())) {
            LOG.info(
                    "`mandate.base-url` is `{}`: clients of the decision point expect https and may refuse it",
                    settings.baseUrl());
        }
    }

    @GetMapping(path = "/.well-known/authzen-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> configuration() {
        Map<String, String> answer = new LinkedHashMap<>(endpoints);
        answer.put("signed_metadata", statements.signed(endpoints));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    private static Map<String, String> endpoints(String baseUrl) {
        String root = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("policy_decision_point", baseUrl);
        endpoints.put("access_evaluation_endpoint", root + "/access/v1/evaluation");
        endpoints.put("access_evaluations_endpoint", root + "/access/v1/evaluations");
        endpoints.put("search_subject_endpoint", root + "/access/v1/search/subject");
        endpoints.put("search_resource_endpoint", root + "/access/v1/search/resource");
        endpoints.put("search_action_endpoint", root + "/access/v1/search/action");
        return endpoints;
    }
}
