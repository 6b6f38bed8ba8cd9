package org.mandate.http.edge;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.mandate.identity.token.Sessions;
import org.springframework.stereotype.Component;

/** Tells for answers that last whether the token that they were asked with is still good. */
@Component
public class TokenWatch {

    private final Sessions sessions;
    private final Clock clock;

    TokenWatch(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Of the caller of this request, to be asked again at any time and on any thread; never true without a token. */
    public BooleanSupplier still() {
        return BearerAuthentication.current()
                .<BooleanSupplier>map(
                        claims -> () -> TokenCheck.lives(claims, clock.instant()) && sessions.live(claims.session()))
                .orElse(() -> false);
    }
}
