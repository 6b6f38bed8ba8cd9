package org.mandate.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.identity.user.Users.ANNA;
import static org.mandate.identity.user.Users.BEN;
import static org.mandate.identity.user.Users.registerWithoutPassword;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserRegistered;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DirectoryTest {

    private final IdentityWorld world;

    DirectoryTest(TestDatabase kind) {
        world = new IdentityWorld(kind);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void listsAUserInTheTransactionOfTheCommand() {
        world.send(new RegisterUser(
                ANNA,
                "Anna",
                "anna@example.org",
                Optional.of("Anna Example"),
                Optional.empty(),
                Map.of("level", 3, "tags", java.util.List.of("a"))));

        var view = world.user(ANNA);
        assertThat(view.username()).isEqualTo("Anna");
        assertThat(view.email()).isEqualTo("anna@example.org");
        assertThat(view.fullName()).contains("Anna Example");
        assertThat(view.active()).isTrue();
        assertThat(view.attributes()).isEqualTo(Map.of("level", 3, "tags", java.util.List.of("a")));
    }

    @Test
    void followsEveryChange() {
        world.send(registerWithoutPassword(ANNA, "Anna"));
        world.send(new ChangeProfile(ANNA, Optional.of("new@example.org"), Optional.of("")));
        world.send(new ChangeAttributes(ANNA, Map.of("team", "red")));
        world.send(new DeactivateUser(ANNA));

        var view = world.user(ANNA);
        assertThat(view.email()).isEqualTo("new@example.org");
        assertThat(view.fullName()).isEmpty();
        assertThat(view.attributes()).isEqualTo(Map.of("team", "red"));
        assertThat(view.active()).isFalse();

        world.send(new ReactivateUser(ANNA));
        assertThat(world.user(ANNA).active()).isTrue();
    }

    @Test
    void forgetsAnErasedUserInEveryTable() {
        world.send(registerWithoutPassword(ANNA, "Anna"));
        world.send(new EraseUser(ANNA));

        assertThat(world.lists(ANNA)).isFalse();
        assertThat(world.idOf("Anna")).isEmpty();
        assertThatThrownBy(() -> world.send(registerWithoutPassword(ANNA, "Anna")))
                .isInstanceOf(UserRuleViolated.class);
        world.send(registerWithoutPassword(BEN, "Anna"));
        assertThat(world.idOf("anna")).contains(BEN);
    }

    @Test
    void isTheSameAfterARebuild() {
        world.send(registerWithoutPassword(ANNA, "Anna"));
        world.send(registerWithoutPassword(BEN, "Ben"));
        world.send(new ChangeProfile(ANNA, Optional.of("new@example.org"), Optional.empty()));
        world.send(new EraseUser(BEN));
        var before = world.user(ANNA);

        var projection = world.bean(DirectoryProjection.class);
        projection.reset();
        assertThat(world.lists(ANNA)).isFalse();
        replay(projection, ANNA, before.createdAt());
        replay(projection, BEN, before.createdAt());

        assertThat(world.user(ANNA)).isEqualTo(before);
        assertThat(world.lists(BEN)).isFalse();
    }

    private void replay(DirectoryProjection projection, UserId user, Instant at) {
        world.axon().eventStore().readEvents(user.stream()).asStream().forEach(message -> {
            var event = message.getPayload();
            if (event instanceof UserRegistered registered) {
                projection.on(registered, at);
            } else if (event instanceof UserProfileChanged changed) {
                projection.on(changed);
            } else if (event instanceof UserAttributesChanged changed) {
                projection.on(changed);
            }
        });
    }

    @Test
    void pagesByUsernameWithoutSkippingOrRepeating() {
        for (var i = 0; i < 25; i++) {
            world.send(registerWithoutPassword(new UserId("id-" + i), "user-" + (char) ('a' + i)));
        }

        var seen = new java.util.ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = world.find(new FindUsers(Optional.empty(), Optional.empty(), Optional.empty(), 10, cursor));
            page.items().forEach(user -> seen.add(user.username()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void findsPartsOfNamesWithoutRegardToCase() {
        world.send(registerWithoutPassword(ANNA, "Anna_100"));
        world.send(registerWithoutPassword(BEN, "Ben"));

        assertThat(named("ANNA_1")).containsExactly("Anna_100");
        assertThat(named("ben@EXAMPLE")).containsExactly("Ben");
        assertThat(named("example")).containsExactly("Anna_100", "Ben");
        assertThat(named("%")).isEmpty();
        assertThat(named("B_n")).isEmpty();
        assertThat(named("!")).isEmpty();
    }

    @Test
    void keepsToTheGivenUsersHoweverMany() {
        world.send(registerWithoutPassword(ANNA, "Anna"));
        world.send(registerWithoutPassword(BEN, "Ben"));
        var many = new HashSet<UserId>();
        for (var i = 0; i < 2000; i++) {
            many.add(new UserId("nobody-" + i));
        }
        many.add(BEN);

        assertThat(among(Set.of(ANNA))).containsExactly("Anna");
        assertThat(among(Set.of())).isEmpty();
        assertThat(among(many)).containsExactly("Ben");
    }

    @Test
    void rejectsACursorThatIsNone() {
        var query = new FindUsers(Optional.empty(), Optional.empty(), Optional.empty(), 10, Optional.of("%%%"));

        assertThatThrownBy(() -> world.bean(Directory.class).handle(query)).isInstanceOf(UserRuleViolated.class);
    }

    @Test
    void knowsAnIdBeforeAUsername() {
        world.send(registerWithoutPassword(new UserId("ben"), "anna"));
        world.send(registerWithoutPassword(new UserId("other"), "ben"));

        assertThat(world.idOf("ben")).contains(new UserId("ben"));
        assertThat(world.idOf("ANNA")).contains(new UserId("ben"));
        assertThat(world.idOf("nobody")).isEmpty();
    }

    private java.util.List<String> named(String q) {
        return world
                .find(new FindUsers(Optional.of(q), Optional.empty(), Optional.empty(), 10, Optional.empty()))
                .items()
                .stream()
                .map(UserView::username)
                .toList();
    }

    private java.util.List<String> among(Set<UserId> users) {
        return world
                .find(new FindUsers(Optional.empty(), Optional.of(true), Optional.of(users), 10, Optional.empty()))
                .items()
                .stream()
                .map(UserView::username)
                .toList();
    }
}
