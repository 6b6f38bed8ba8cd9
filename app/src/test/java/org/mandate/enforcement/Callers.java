package org.mandate.enforcement;

import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.identity.UserId;

/** Callers for tests. */
final class Callers {

    private Callers() {}

    static Caller alice(String... scopes) {
        return new Caller(
                Optional.of(new UserId("alice")),
                Optional.of(Set.of(scopes)),
                Optional.of("session-of-alice"),
                Optional.of("10.0.0.1"),
                Optional.empty(),
                "request-1",
                Channel.HTTP);
    }

    static Caller anonymous() {
        return new Caller(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("10.0.0.1"),
                Optional.empty(),
                "request-1",
                Channel.HTTP);
    }
}
