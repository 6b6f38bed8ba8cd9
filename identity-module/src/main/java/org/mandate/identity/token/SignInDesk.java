package org.mandate.identity.token;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.mandate.identity.token.SessionStore.Session;
import org.mandate.identity.token.SignInOutcome.Refused;
import org.mandate.identity.token.SignInOutcome.Throttled;
import org.mandate.identity.token.SignInOutcome.Tokens;
import org.mandate.identity.token.SignInOutcome.UnknownScope;
import org.mandate.identity.user.PasswordCheck;
import org.mandate.identity.user.PasswordCheck.Outcome;
import org.springframework.stereotype.Component;

/**
 * Begins, continues and ends sessions. A session is the family of its refresh tokens: each is good once, and one that
 * comes again was stolen from one side or the other, so the session ends.
 */
@Component
class SignInDesk {

    private static final int REFRESH_BYTES = 32;
    private static final int MAX_REFRESH_TOKEN = 100;

    private final PasswordCheck passwords;
    private final SessionStore store;
    private final CachedSessions sessions;
    private final AccessTokens accessTokens;
    private final TokenSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInDesk(
            PasswordCheck passwords,
            SessionStore store,
            CachedSessions sessions,
            AccessTokens accessTokens,
            TokenSettings settings,
            Clock clock) {
        this.passwords = passwords;
        this.store = store;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.settings = settings;
        this.clock = clock;
    }

    @CommandHandler
    SignInOutcome decide(SignIn command) {
        var unknown = command.scopes().stream()
                .filter(scope -> !Scopes.ALL.contains(scope))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            return new UnknownScope(unknown.get());
        }
        var outcome = passwords.check(command.username(), command.password(), command.source());
        if (outcome instanceof Outcome.Throttled throttled) {
            return new Throttled(seconds(throttled.delay()));
        }
        if (!(outcome instanceof Outcome.Proven proven) || !passwords.stands(proven.proof())) {
            return new Refused();
        }
        var asked = command.scopes().isEmpty() ? Scopes.ALL : command.scopes();
        var session = new Session(UUID.randomUUID().toString(), proven.user(), documentedOrder(asked));
        store.begin(session, sessionEnd());
        return tokens(session);
    }

    @CommandHandler
    SignInOutcome decide(RefreshTokens command) {
        if (command.refreshToken().length() > MAX_REFRESH_TOKEN) {
            return new Refused();
        }
        var hash = sha256(command.refreshToken());
        var found = store.refreshToken(hash);
        if (found.isEmpty()) {
            return new Refused();
        }
        var session = store.lock(found.get().session());
        // read again: while this one waited for the session, another may have used the token
        var presented = store.refreshToken(hash);
        if (session.isEmpty() || presented.isEmpty()) {
            return new Refused();
        }
        if (presented.get().used()) {
            sessions.end(List.of(session.get().id()));
            return new Refused();
        }
        if (!presented.get().expiresAt().isAfter(clock.instant())
                || !store.live(session.get().id())) {
            return new Refused();
        }
        store.useRefreshToken(hash);
        store.extend(session.get().id(), sessionEnd());
        return tokens(session.get());
    }

    @CommandHandler
    void decide(SignOut command) {
        sessions.end(List.of(command.session()));
    }

    @CommandHandler
    boolean decide(EndSession command) {
        boolean stood = store.lock(command.session()).isPresent();
        sessions.end(List.of(command.session()));
        return stood;
    }

    private Tokens tokens(Session session) {
        var refreshToken = newRefreshToken();
        store.addRefreshToken(
                sha256(refreshToken), session.id(), clock.instant().plus(settings.refreshLifetime()));
        var scopes = documentedOrder(session.scopes());
        var accessToken = accessTokens.sign(session.user(), session.id(), scopes);
        return new Tokens(accessToken, settings.accessLifetime().toSeconds(), refreshToken, scopes);
    }

    /** Not before the last token of the session. */
    private Instant sessionEnd() {
        var longest = settings.refreshLifetime().compareTo(settings.accessLifetime()) > 0
                ? settings.refreshLifetime()
                : settings.accessLifetime();
        return clock.instant().plus(longest);
    }

    private String newRefreshToken() {
        var bytes = new byte[REFRESH_BYTES];
        random.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }

    private static Set<String> documentedOrder(Collection<String> scopes) {
        var ordered = new LinkedHashSet<>(Scopes.ALL);
        ordered.retainAll(scopes);
        return ordered;
    }

    private static long seconds(Duration delay) {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
