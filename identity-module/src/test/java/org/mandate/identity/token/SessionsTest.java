package org.mandate.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.identity.user.Users.ANNA;
import static org.mandate.identity.user.Users.PASSWORD;
import static org.mandate.identity.user.Users.registerAnna;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.token.SignInOutcome.Refused;
import org.mandate.identity.token.SignInOutcome.Throttled;
import org.mandate.identity.token.SignInOutcome.Tokens;
import org.mandate.identity.token.SignInOutcome.UnknownScope;
import org.mandate.identity.user.ChangePassword;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.EraseUser;
import org.mandate.identity.user.IdentityWorld;
import org.mandate.identity.user.ReactivateUser;
import org.mandate.identity.user.SetPassword;
import org.mandate.identity.user.UserRuleViolated;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SessionsTest {

    /** Longer than any password, so that nothing is hashed. */
    private static final String TOO_LONG = "x".repeat(200);

    private static final String OTHER_PASSWORD = "another good one";

    private final IdentityWorld world;
    private final Sessions sessions;

    SessionsTest(TestDatabase kind) {
        world = new IdentityWorld(kind);
        sessions = world.bean(Sessions.class);
    }

    @BeforeEach
    void begin() {
        world.send(registerAnna());
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void signsInWithATokenOfOneAlgorithmAndType() throws Exception {
        var tokens = signIn(Set.of());

        var token = SignedJWT.parse(tokens.accessToken());
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        var key = world.bean(TokenKeys.class)
                .published()
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.size()).isEqualTo(2048);
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://mandate.example");
        assertThat(claims.getAudience()).containsExactly("mandate");
        assertThat(claims.getSubject()).isEqualTo(ANNA.value());
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(world.clock.instant()));
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(world.clock.instant().plus(Duration.ofMinutes(10))));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getStringClaim("scope"))
                .isEqualTo("users:read users:write posts:read posts:write posts:delete admin");
        assertThat(tokens.expiresIn()).isEqualTo(600);
        assertThat(sessions.live(claims.getStringClaim("sid"))).isTrue();
        assertThat(tokens.toString()).doesNotContain(tokens.refreshToken());
    }

    @Test
    void narrowsToTheScopesThatAreAskedFor() {
        assertThat(signIn(Set.of("posts:read", "users:read")).scopes()).containsExactly("users:read", "posts:read");
        assertThat(attempt("Anna", PASSWORD, Set.of("posts:eat"))).isEqualTo(new UnknownScope("posts:eat"));
    }

    @Test
    void takesTheUsernameInAnyCase() {
        assertThat(attempt("aNNa", PASSWORD, Set.of())).isInstanceOf(Tokens.class);
    }

    @Test
    void answersAWrongPasswordAnUnknownAndAnInactiveUserAlike() {
        world.send(new DeactivateUser(ANNA));

        assertThat(attempt("Anna", "wrong password", Set.of())).isEqualTo(new Refused());
        assertThat(attempt("Anna", PASSWORD, Set.of())).isEqualTo(new Refused());
        assertThat(attempt("nobody", PASSWORD, Set.of())).isEqualTo(new Refused());
        assertThat(attempt("no\u0000body", PASSWORD, Set.of())).isEqualTo(new Refused());
        assertThat(attempt("x".repeat(10_000), PASSWORD, Set.of())).isEqualTo(new Refused());
        assertThat(attempt("Anna", "x".repeat(10_000), Set.of())).isEqualTo(new Refused());
    }

    @Test
    void rotatesTheRefreshTokenAndKeepsTheScopes() {
        var first = signIn(Set.of("posts:read"));
        var second = tokens(refresh(first.refreshToken()));

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(second.scopes()).containsExactly("posts:read");
        assertThat(session(second)).isEqualTo(session(first));
        assertThat(refresh(second.refreshToken())).isInstanceOf(Tokens.class);
    }

    @Test
    void revokesTheFamilyOfARefreshTokenThatIsUsedTwice() {
        var first = signIn(Set.of());
        var second = tokens(refresh(first.refreshToken()));
        assertThat(sessions.live(session(first))).isTrue();

        assertThat(refresh(first.refreshToken())).isEqualTo(new Refused());

        assertThat(sessions.live(session(first))).isFalse();
        assertThat(refresh(second.refreshToken())).isEqualTo(new Refused());
    }

    @Test
    void letsOneOfTwoRefreshWithTheSameToken() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        var barrier = new CyclicBarrier(2);
        var first = signIn(Set.of());
        Callable<SignInOutcome> racer = () -> {
            barrier.await();
            return refresh(first.refreshToken());
        };

        var won = 0;
        for (var result : pool.invokeAll(List.of(racer, racer))) {
            won += result.get() instanceof Tokens ? 1 : 0;
        }

        assertThat(won).isEqualTo(1);
        assertThat(sessions.live(session(first))).isFalse();
        pool.shutdown();
    }

    @Test
    void refusesARefreshTokenThatExpiredOrNeverWas() {
        var tokens = signIn(Set.of());
        world.clock.advance(Duration.ofDays(31));

        assertThat(refresh(tokens.refreshToken())).isEqualTo(new Refused());
        assertThat(refresh("no such token")).isEqualTo(new Refused());
        assertThat(refresh("x".repeat(5_000))).isEqualTo(new Refused());
    }

    @Test
    void endsASessionOnSignOut() {
        var tokens = signIn(Set.of());
        var other = signIn(Set.of());
        assertThat(sessions.live(session(tokens))).isTrue();

        world.send(new SignOut(session(tokens)));

        assertThat(sessions.live(session(tokens))).isFalse();
        assertThat(sessions.live(session(other))).isTrue();
        assertThat(refresh(tokens.refreshToken())).isEqualTo(new Refused());
    }

    @Test
    void keepsOnlyTheOwnSessionOnAPasswordChange() {
        var mine = signIn(Set.of());
        var other = signIn(Set.of());
        assertThat(sessions.live(session(other))).isTrue();

        world.send(new ChangePassword(ANNA, PASSWORD, OTHER_PASSWORD, session(mine)));

        assertThat(sessions.live(session(mine))).isTrue();
        assertThat(sessions.live(session(other))).isFalse();
        assertThat(attempt("Anna", PASSWORD, Set.of())).isEqualTo(new Refused());
        assertThat(attempt("Anna", OTHER_PASSWORD, Set.of())).isInstanceOf(Tokens.class);
    }

    @Test
    void keepsNoSessionWhenThePasswordIsSet() {
        var tokens = signIn(Set.of());

        world.send(new SetPassword(ANNA, OTHER_PASSWORD));

        assertThat(sessions.live(session(tokens))).isFalse();
    }

    @Test
    void keepsNoSessionThroughADeactivation() {
        var tokens = signIn(Set.of());
        assertThat(sessions.live(session(tokens))).isTrue();

        world.send(new DeactivateUser(ANNA));
        assertThat(sessions.live(session(tokens))).isFalse();
        world.send(new ReactivateUser(ANNA));

        assertThat(sessions.live(session(tokens))).isFalse();
        assertThat(refresh(tokens.refreshToken())).isEqualTo(new Refused());
    }

    @Test
    void keepsNothingOfAnErasedUser() {
        var tokens = signIn(Set.of());

        world.send(new EraseUser(ANNA));

        assertThat(sessions.live(session(tokens))).isFalse();
        assertThat(attempt("Anna", PASSWORD, Set.of())).isEqualTo(new Refused());
    }

    @Test
    void showsAnotherNodeTheEndOfASessionWithinASecond() {
        try (var node = new IdentityWorld(world.database)) {
            var tokens = signIn(Set.of());
            var elsewhere = node.bean(Sessions.class);
            assertThat(elsewhere.live(session(tokens))).isTrue();

            world.send(new SignOut(session(tokens)));

            Awaitility.await().atMost(Duration.ofMillis(2_000)).until(() -> !elsewhere.live(session(tokens)));
        }
    }

    @Test
    void slowsGuessesDownAndForgetsThemOnSuccess() {
        for (var failure = 1; failure <= 11; failure++) {
            assertThat(attempt("Anna", TOO_LONG, Set.of())).isEqualTo(new Refused());
        }
        assertThat(attempt("anna", PASSWORD, Set.of())).isEqualTo(new Throttled(1));

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(attempt("Anna", "wrong password", Set.of())).isEqualTo(new Refused());
        assertThat(attempt("Anna", PASSWORD, Set.of())).isEqualTo(new Throttled(2));

        world.clock.advance(Duration.ofSeconds(2));
        assertThat(attempt("Anna", PASSWORD, Set.of())).isInstanceOf(Tokens.class);
        assertThat(attempt("Anna", "wrong password", Set.of())).isEqualTo(new Refused());
        assertThat(attempt("Anna", PASSWORD, Set.of())).isInstanceOf(Tokens.class);
    }

    @Test
    void slowsGuessesAtUnknownNamesDownInTheSameWay() {
        for (var failure = 1; failure <= 30; failure++) {
            attempt("nobody", TOO_LONG, Set.of());
            world.clock.advance(Duration.ofSeconds(60));
        }
        attempt("nobody", TOO_LONG, Set.of());

        assertThat(attempt("NOBODY", PASSWORD, Set.of())).isEqualTo(new Throttled(60));
        world.clock.advance(Duration.ofMinutes(16));
        assertThat(attempt("nobody", PASSWORD, Set.of())).isEqualTo(new Refused());
    }

    @Test
    void slowsASourceDownThatTriesManyNames() {
        for (var failure = 1; failure <= 100; failure++) {
            attempt("name-" + failure, TOO_LONG, Set.of());
        }

        assertThat(attempt("Anna", PASSWORD, Set.of())).isEqualTo(new Throttled(60));
        SignInOutcome elsewhere = world.send(new SignIn("Anna", PASSWORD, Set.of(), "198.51.100.7"));
        assertThat(elsewhere).isInstanceOf(Tokens.class);
    }

    @Test
    void countsWrongCurrentPasswordsOfAPasswordChange() {
        var session = session(signIn(Set.of()));
        for (var failure = 1; failure <= 11; failure++) {
            assertThat(refusalOf(new ChangePassword(ANNA, TOO_LONG, OTHER_PASSWORD, session)))
                    .isEqualTo(UserRuleViolated.Rule.WRONG_PASSWORD);
        }

        assertThat(refusalOf(new ChangePassword(ANNA, PASSWORD, OTHER_PASSWORD, session)))
                .isEqualTo(UserRuleViolated.Rule.TOO_MANY_ATTEMPTS);
    }

    private UserRuleViolated.Rule refusalOf(ChangePassword command) {
        try {
            world.send(command);
            throw new AssertionError("not refused");
        } catch (UserRuleViolated e) {
            return e.rule();
        }
    }

    @Test
    void keepsNoTokenInClear() {
        var tokens = signIn(Set.of());

        var stored = world.jdbc()
                .sql("select token_hash from identity_refresh_token")
                .query(String.class)
                .list();
        assertThat(stored).hasSize(1).doesNotContain(tokens.refreshToken());
    }

    @Test
    void forgetsWhatExpired() {
        signIn(Set.of());
        attempt("nobody", TOO_LONG, Set.of());
        world.clock.advance(Duration.ofDays(31));
        var fresh = signIn(Set.of());

        world.bean(Housekeeping.class).prune();

        assertThat(count("identity_session")).isEqualTo(1);
        assertThat(count("identity_refresh_token")).isEqualTo(1);
        assertThat(count("identity_sign_in_failure")).isZero();
        assertThat(refresh(fresh.refreshToken())).isInstanceOf(Tokens.class);
    }

    private int count(String table) {
        return world.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private Tokens signIn(Set<String> scopes) {
        return tokens(attempt("Anna", PASSWORD, scopes));
    }

    private SignInOutcome attempt(String username, String password, Set<String> scopes) {
        return world.send(new SignIn(username, password, scopes, "192.0.2.1"));
    }

    private SignInOutcome refresh(String token) {
        return world.send(new RefreshTokens(token));
    }

    private static Tokens tokens(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(Tokens.class);
        return (Tokens) outcome;
    }

    private static String session(Tokens tokens) {
        try {
            return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
