package org.mandate.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mandate.identity.user.Users.ANNA;
import static org.mandate.identity.user.Users.BEN;
import static org.mandate.identity.user.Users.PASSWORD;
import static org.mandate.identity.user.Users.registerAnna;
import static org.mandate.identity.user.Users.registerWithoutPassword;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserEvent;
import org.mandate.identity.event.UserPasswordChanged;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;
import org.mandate.identity.user.UserRuleViolated.Rule;

class UserTest {

    private final IdentityParts parts = new IdentityParts(TestDatabase.H2.fresh());
    private AggregateTestFixture<User> fixture;

    @BeforeEach
    void begin() {
        fixture = parts.fixture();
    }

    @Test
    void evolvesEveryEventOfItsStream() {
        var evolved = Arrays.stream(User.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .map((Method method) -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());

        assertThat(evolved).containsExactlyInAnyOrder(UserEvent.class.getPermittedSubclasses());
    }

    @Nested
    class Registration {

        @Test
        void sealsThePersonalData() {
            fixture.givenNoPriorActivity()
                    .when(registerAnna())
                    .expectSuccessfulHandlerExecution()
                    .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((UserRegistered event) ->
                            !event.toString().toLowerCase(java.util.Locale.ROOT).contains("example")
                                    && parts.vault
                                            .open(ANNA, event.sealedProfile())
                                            .equals(Optional.of(new Profile(
                                                    "Anna", "Anna@example.org", Optional.of("Anna Example"))))))));
        }

        @Test
        void keepsTheHashOfThePassword() {
            fixture.givenNoPriorActivity().when(registerAnna()).expectSuccessfulHandlerExecution();

            assertThat(parts.credentials.hashOf(ANNA)).hasValueSatisfying(hash -> {
                assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
                assertThat(parts.hashing().matches(PASSWORD, hash)).isTrue();
            });
        }

        @Test
        void rejectsATakenUsernameInAnotherCase() {
            parts.claims.take(Claims.Kind.USERNAME, "ANNA", BEN);

            refused(registerAnna(), Rule.USERNAME_TAKEN, "username");
        }

        @Test
        void rejectsATakenEmailInAnotherCase() {
            parts.claims.take(Claims.Kind.EMAIL, "anna@EXAMPLE.org", BEN);

            refused(registerAnna(), Rule.EMAIL_TAKEN, "email");
        }

        @Test
        void rejectsAnIdThatNoAddressCouldLeadTo() {
            refused(registerWithoutPassword(new UserId("a/b"), "anna"), Rule.INVALID, "id");
        }

        @Test
        void rejectsAnIdThatExists() {
            registered().when(registerWithoutPassword(ANNA, "other")).expectException(UserRuleViolated.class);
        }

        @Test
        void rejectsTheIdOfAnErasedUser() {
            registered(new UserErased(ANNA.value()))
                    .when(registerWithoutPassword(ANNA, "other"))
                    .expectException(UserRuleViolated.class)
                    .expectExceptionMessage("a user with this id exists or was erased, choose another");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ab", "", "with space", "\u00e4nna", "a/b/c", "new\nline", "<script>"})
        void rejectsAMalformedUsername(String username) {
            refused(register(username, "anna@example.org", PASSWORD), Rule.INVALID, "username");
        }

        @Test
        void rejectsAUsernameOfMoreThan50Characters() {
            refused(register("a".repeat(51), "anna@example.org", PASSWORD), Rule.INVALID, "username");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "anna", "@example.org", "anna@", "a@b@c", "anna @example.org", "anna\n@example.org"})
        void rejectsAMalformedEmail(String email) {
            refused(register("anna", email, PASSWORD), Rule.INVALID, "email");
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "anna@EXAMPLE.org", "Anna.Annasdottir"})
        void rejectsAWeakPassword(String password) {
            refused(register("anna.annasdottir", "anna@example.org", password), Rule.INVALID, "password");
        }

        @Test
        void rejectsAPasswordOfMoreThan128Characters() {
            refused(register("anna", "anna@example.org", "x".repeat(129)), Rule.INVALID, "password");
        }

        @Test
        void showsNoPasswordWhenPrinted() {
            assertThat(registerAnna().toString()).doesNotContain(PASSWORD);
            assertThat(new SetPassword(ANNA, PASSWORD).toString()).doesNotContain(PASSWORD);
            assertThat(new ChangePassword(ANNA, PASSWORD, PASSWORD, "s").toString())
                    .doesNotContain(PASSWORD);
        }

        private RegisterUser register(String username, String email, String password) {
            return new RegisterUser(ANNA, username, email, Optional.empty(), Optional.of(password), Map.of());
        }
    }

    @Nested
    class Profiles {

        @Test
        void changesTheFullNameAndKeepsTheRest() {
            registered()
                    .when(new ChangeProfile(ANNA, Optional.empty(), Optional.of(" Anna B. ")))
                    .expectEventsMatching(payloadsMatching(exactSequenceOf(matches(
                            (UserProfileChanged event) -> parts.vault
                                    .open(ANNA, event.sealedProfile())
                                    .equals(Optional.of(
                                            new Profile("Anna", "Anna@example.org", Optional.of("Anna B."))))))));
        }

        @Test
        void movesTheClaimWithTheEmail() {
            registered()
                    .when(new ChangeProfile(ANNA, Optional.of("new@example.org"), Optional.empty()))
                    .expectSuccessfulHandlerExecution();

            assertThat(parts.claims.holder(Claims.Kind.EMAIL, "NEW@example.org"))
                    .contains(ANNA);
            assertThat(parts.claims.holder(Claims.Kind.EMAIL, "anna@example.org"))
                    .isEmpty();
        }

        @Test
        void rejectsTheEmailOfAnother() {
            parts.claims.take(Claims.Kind.EMAIL, "ben@example.org", BEN);

            registered()
                    .when(new ChangeProfile(ANNA, Optional.of("Ben@example.org"), Optional.empty()))
                    .expectException(UserRuleViolated.class);
        }

        @Test
        void saysNothingWhereNothingChanges() {
            registered()
                    .when(new ChangeProfile(ANNA, Optional.of("Anna@example.org"), Optional.of("Anna Example")))
                    .expectNoEvents();
        }

        @Test
        void rejectsControlCharactersInAFullName() {
            registered()
                    .when(new ChangeProfile(ANNA, Optional.empty(), Optional.of("a\u0000b")))
                    .expectException(UserRuleViolated.class);
        }
    }

    @Nested
    class Attributes {

        @Test
        void mergesAPatch() {
            var patch = new LinkedHashMap<String, Object>();
            patch.put("gone", null);
            patch.put("address", Map.of("city", "Bonn"));

            registered(new UserAttributesChanged(
                            ANNA.value(), Map.of("gone", 1, "kept", true, "address", Map.of("zip", "53111"))))
                    .when(new ChangeAttributes(ANNA, patch))
                    .expectEvents(new UserAttributesChanged(
                            ANNA.value(), Map.of("kept", true, "address", Map.of("zip", "53111", "city", "Bonn"))));
        }

        @Test
        void rejectsMoreThan100Members() {
            var patch = IntStream.range(0, 101).boxed().collect(Collectors.toMap(n -> "a" + n, n -> (Object) n));

            registered().when(new ChangeAttributes(ANNA, patch)).expectException(UserRuleViolated.class);
        }

        @Test
        void rejectsMoreThan16KiB() {
            registered()
                    .when(new ChangeAttributes(ANNA, Map.of("a", "x".repeat(17_000))))
                    .expectException(UserRuleViolated.class);
        }
    }

    @Nested
    class Passwords {

        @Test
        void replacesThePasswordAndRevokesTheOtherSessions() {
            registeredWithPassword()
                    .when(new ChangePassword(ANNA, PASSWORD, "another good one", "mine"))
                    .expectEvents(new UserPasswordChanged(ANNA.value()));

            assertThat(parts.hashing()
                            .matches(
                                    "another good one",
                                    parts.credentials.hashOf(ANNA).orElseThrow()))
                    .isTrue();
            assertThat(parts.revoked).containsExactly("anna-id but mine");
        }

        @Test
        void rejectsAWrongCurrentPasswordAndCountsIt() {
            registeredWithPassword()
                    .when(new ChangePassword(ANNA, "something else", "another good one", "mine"))
                    .expectException(UserRuleViolated.class)
                    .expectExceptionMessage("the current password is another");

            assertThat(parts.revoked).isEmpty();
            assertThat(parts.jdbc
                            .sql("select failures from identity_sign_in_failure")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1);
        }

        @Test
        void setsThePasswordOfAnotherAndRevokesAllSessions() {
            registered()
                    .when(new SetPassword(ANNA, "another good one"))
                    .expectEvents(new UserPasswordChanged(ANNA.value()));

            assertThat(parts.revoked).containsExactly("anna-id");
        }

        private TestExecutor<User> registeredWithPassword() {
            var executor = registered();
            parts.credentials.put(ANNA, parts.hashing().hash(PASSWORD));
            return executor;
        }
    }

    @Nested
    class Activation {

        @Test
        void deactivatesOnceAndRevokesAllSessions() {
            registered().when(new DeactivateUser(ANNA)).expectEvents(new UserDeactivated(ANNA.value()));

            assertThat(parts.revoked).containsExactly("anna-id");
        }

        @Test
        void saysNothingWhenDeactivatedAgain() {
            registered(new UserDeactivated(ANNA.value()))
                    .when(new DeactivateUser(ANNA))
                    .expectNoEvents();
        }

        @Test
        void reactivates() {
            registered(new UserDeactivated(ANNA.value()))
                    .when(new ReactivateUser(ANNA))
                    .expectEvents(new UserReactivated(ANNA.value()));
        }
    }

    @Nested
    class Erasure {

        @Test
        void forgetsThePersonAndKeepsTheHistory() {
            var sealedProfile = sealedAnna();
            fixture.given(new UserRegistered(ANNA.value(), sealedProfile, Map.of()))
                    .when(new EraseUser(ANNA))
                    .expectEvents(new UserErased(ANNA.value()));

            assertThat(parts.vault.open(ANNA, sealedProfile)).isEmpty();
            assertThat(parts.vault.known(List.of(ANNA))).containsExactly(ANNA);
            assertThat(parts.claims.holder(Claims.Kind.USERNAME, "Anna")).isEmpty();
            assertThat(parts.claims.holder(Claims.Kind.EMAIL, "Anna@example.org"))
                    .isEmpty();
            assertThat(parts.credentials.hashOf(ANNA)).isEmpty();
            assertThat(parts.revoked).containsExactly("anna-id");
        }

        @Test
        void leavesNobodyToChange() {
            registered(new UserErased(ANNA.value()))
                    .when(new DeactivateUser(ANNA))
                    .expectException(UserRuleViolated.class);
        }

        @Test
        void rejectsAnUnknownUser() {
            refused(new EraseUser(BEN), Rule.UNKNOWN_USER, "");
        }
    }

    private TestExecutor<User> registered(UserEvent... more) {
        return fixture.given(new UserRegistered(ANNA.value(), sealedAnna(), Map.of()))
                .andGiven((Object[]) more);
    }

    private String sealedAnna() {
        return parts.accounts.open(registerWithoutPassword(ANNA, "Anna"));
    }

    private void refused(Object command, Rule rule, String field) {
        fixture.givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(matches(
                        (UserRuleViolated e) -> e.rule() == rule && e.field().equals(field)));
    }
}
