package org.mandate.http.account;

import java.time.Duration;
import org.mandate.identity.token.TokenKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that access tokens are verified with, RFC 7517. */
@RestController
class JwksController {
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final TokenKeys keys;

    JwksController(TokenKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/oauth2/jwks", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys.published().toPublicJWKSet().toString());
    }
}
