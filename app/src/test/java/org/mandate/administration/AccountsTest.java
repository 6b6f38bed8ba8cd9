package org.mandate.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.assignment.FindMembers;
import org.mandate.authorization.assignment.FindMembersAmong;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUsers;
import org.mandate.identity.user.UserPage;
import org.mandate.identity.user.UserView;

/** Pages of those who hold a role, however many they are. */
class AccountsTest {

    @Test
    void leadsThroughAllWhoHoldARoleThatVeryManyHold() {
        People people = new People(20_000, number -> number % 3 != 0);

        List<String> seen = walk(people, 1000);

        assertThat(seen).hasSize(13_333).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void looksNoFurtherThanSoFarForAPage() {
        People people = new People(40_000, number -> number >= 34_000);

        UserPage first = people.page(50, Optional.empty());

        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isPresent();
        assertThat(people.read).isEqualTo(20_000);
        assertThat(people.page(50, first.next()).items())
                .extracting(UserView::username)
                .startsWith(name(34_000))
                .hasSize(50);
        assertThat(walk(people, 1000)).hasSize(6_000);
    }

    @Test
    void seeksTheFewWhoHoldARoleByTheirIds() {
        People people = new People(20_000, number -> number % 1000 == 999);

        UserPage page = people.page(50, Optional.empty());

        assertThat(page.items()).hasSize(20);
        assertThat(page.next()).isEmpty();
        assertThat(people.read).isEqualTo(20);
    }

    private static List<String> walk(People people, int limit) {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            UserPage page = people.page(limit, cursor);
            page.items().forEach(user -> seen.add(user.username()));
            cursor = page.next();
        } while (cursor.isPresent());
        return seen;
    }

    private static String name(int number) {
        return "user-%05d".formatted(number);
    }

    /** A directory and the holders of one role in it; counts the users that were read. */
    static final class People {

        private final int number;
        private final IntPredicate holds;
        private final Accounts accounts;
        private int read;

        People(int number, IntPredicate holds) {
            this.number = number;
            this.holds = holds;
            SimpleQueryBus bus = SimpleQueryBus.builder().build();
            new AnnotationQueryHandlerAdapter<>(this).subscribe(bus);
            this.accounts = new Accounts(
                    DefaultCommandGateway.builder()
                            .commandBus(SimpleCommandBus.builder().build())
                            .build(),
                    DefaultQueryGateway.builder().queryBus(bus).build());
        }

        UserPage page(int limit, Optional<String> cursor) {
            return accounts.handle(
                    new FindAccounts(Optional.empty(), Optional.of("many"), Optional.empty(), limit, cursor));
        }

        @QueryHandler
        Set<String> handle(FindMembers query) {
            return IntStream.range(0, number)
                    .filter(holds)
                    .mapToObj(AccountsTest::name)
                    .limit(query.most())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @QueryHandler
        Set<String> handle(FindMembersAmong query) {
            return query.users().stream()
                    .filter(user -> holds.test(Integer.parseInt(user.substring("user-".length()))))
                    .collect(Collectors.toSet());
        }

        @QueryHandler
        UserPage handle(FindUsers query) {
            List<String> rest = IntStream.range(0, number)
                    .mapToObj(AccountsTest::name)
                    .filter(name ->
                            query.cursor().map(last -> name.compareTo(last) > 0).orElse(true))
                    .filter(name -> query.among()
                            .map(among -> among.contains(new UserId(name)))
                            .orElse(true))
                    .limit(query.limit() + 1L)
                    .toList();
            List<String> page = rest.subList(0, Math.min(query.limit(), rest.size()));
            read += page.size();
            return new UserPage(
                    page.stream().map(People::user).toList(),
                    rest.size() > page.size() ? Optional.of(page.get(page.size() - 1)) : Optional.empty());
        }

        private static UserView user(String name) {
            return new UserView(
                    new UserId(name), name, name + "@example.org", Optional.empty(), true, Instant.EPOCH, Map.of());
        }
    }
}
