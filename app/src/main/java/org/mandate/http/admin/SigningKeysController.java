package org.mandate.http.admin;

import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.token.FindSigningKeys;
import org.mandate.identity.token.SigningKeyView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that tokens are signed with, and how long each counts. The keys themselves are at {@code /oauth2/jwks}. */
@RestController
class SigningKeysController {

    private final Gateway gateway;

    SigningKeysController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The newest first. */
    record SigningKeysBody(List<SigningKeyView> keys) {}

    @GetMapping("/admin/signing-keys")
    SigningKeysBody list(Caller caller) {
        return new SigningKeysBody(
                gateway.ask(new FindSigningKeys(), ResponseTypes.multipleInstancesOf(SigningKeyView.class), caller));
    }
}
