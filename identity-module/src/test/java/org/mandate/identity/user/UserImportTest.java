package org.mandate.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.identity.user.Users.ANNA;
import static org.mandate.identity.user.Users.BEN;
import static org.mandate.identity.user.Users.registerWithoutPassword;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserImport.Entry;
import org.mandate.identity.user.UserImport.Fate;
import org.mandate.identity.user.UserImport.Plan;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class UserImportTest {

    private final IdentityWorld world;
    private final UserImport imports;

    UserImportTest(TestDatabase kind) {
        world = new IdentityWorld(kind);
        imports = world.bean(UserImport.class);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void createsWhatIsNewAndKeepsGivenIds() {
        run(List.of(entry("anna").withId(ANNA).build(), entry("ben").build()));

        assertThat(world.user(ANNA).email()).isEqualTo("anna@example.org");
        assertThat(imports.idsOf(List.of("ANNA", "ben", "nobody")))
                .containsEntry("ANNA", ANNA)
                .containsOnlyKeys("ANNA", "ben");
        world.send(new DeactivateUser(ANNA));
        assertThat(world.user(ANNA).active()).isFalse();
    }

    @Test
    void changesNothingTheSecondTime() {
        var entries = List.of(
                entry("anna").withId(ANNA).withAttributes(Map.of("level", 3)).build(),
                entry("ben").build());
        run(entries);

        assertThat(imports.plan(entries).users())
                .extracting(UserImport.Planned::fate)
                .containsOnly(Fate.UNCHANGED);
        assertThat(run(entries)).isZero();
    }

    @Test
    void changesEmailAndAttributesOfThoseWhoExist() {
        world.send(registerWithoutPassword(ANNA, "anna"));
        world.send(new ChangeAttributes(ANNA, Map.of("team", "red")));

        run(List.of(new Entry(
                Optional.empty(), "ANNA", Optional.of("new@example.org"), Optional.of(Map.of("team", "blue")))));

        assertThat(world.user(ANNA).email()).isEqualTo("new@example.org");
        assertThat(world.user(ANNA).fullName()).contains("anna Example");
        assertThat(world.user(ANNA).attributes()).isEqualTo(Map.of("team", "blue"));
        assertThat(world.bean(Claims.class).holder(Claims.Kind.EMAIL, "new@example.org"))
                .contains(ANNA);
        world.send(new ChangeAttributes(ANNA, Map.of("team", "green")));
    }

    @Test
    void importsUsersWithoutAnEmail() {
        run(List.of(
                new Entry(Optional.of(ANNA), "anna", Optional.empty(), Optional.empty()),
                new Entry(Optional.of(BEN), "ben", Optional.empty(), Optional.empty())));

        assertThat(world.user(ANNA).email()).isEmpty();
        world.send(new ChangeProfile(ANNA, Optional.of("anna@example.org"), Optional.empty()));
        assertThat(world.user(ANNA).email()).isEqualTo("anna@example.org");
    }

    @Test
    void namesEveryFault() {
        world.send(registerWithoutPassword(ANNA, "anna"));
        world.send(registerWithoutPassword(BEN, "ben"));
        world.send(new EraseUser(BEN));

        var plan = imports.plan(List.of(
                entry("a b").build(),
                entry("carl").build(),
                entry("Carl").withEmail("other@example.org").build(),
                entry("dora").withEmail("anna@example.org").build(),
                entry("anna").withId(new UserId("another")).build(),
                entry("emil").withId(BEN).build()));

        assertThat(plan.users())
                .extracting(planned -> planned.entry().username())
                .containsExactly("carl");
        assertThat(plan.faults()).extracting(UserImport.Fault::index).containsExactlyInAnyOrder(0, 2, 3, 4, 5);
    }

    @Test
    void takesThousandsAtOnce() {
        var entries = IntStream.range(0, 5_000)
                .mapToObj(n -> entry("user-" + n).build())
                .toList();

        assertThat(run(entries)).isEqualTo(5_000);
        assertThat(imports.idsOf(List.of("user-4999"))).hasSize(1);
    }

    private int run(List<Entry> entries) {
        var plan = imports.plan(entries);
        assertThat(plan.faults()).isEmpty();
        return publish(plan);
    }

    private int publish(Plan plan) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(new SpringTransactionManager(world.bean(JdbcTransactionManager.class)));
        return unit.executeWithResult(() -> {
                    var events = imports.stage(plan);
                    world.axon().eventStore().publish(events);
                    return events.size();
                })
                .getPayload();
    }

    private static EntryBuilder entry(String username) {
        return new EntryBuilder(
                new Entry(Optional.empty(), username, Optional.of(username + "@example.org"), Optional.empty()));
    }

    private record EntryBuilder(Entry build) {

        EntryBuilder withId(UserId id) {
            return new EntryBuilder(new Entry(Optional.of(id), build.username(), build.email(), build.attributes()));
        }

        EntryBuilder withEmail(String email) {
            return new EntryBuilder(new Entry(build.id(), build.username(), Optional.of(email), build.attributes()));
        }

        EntryBuilder withAttributes(Map<String, Object> attributes) {
            return new EntryBuilder(new Entry(build.id(), build.username(), build.email(), Optional.of(attributes)));
        }
    }
}
