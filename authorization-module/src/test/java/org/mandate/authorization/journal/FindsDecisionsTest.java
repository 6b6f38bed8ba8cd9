package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.Provenance.Channel;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class FindsDecisionsTest {

    @Parameter
    JournalDatabase.Kind kind;

    private static JournalDatabase database;
    private static DecisionStore store;
    private static GroupCommitJournal journal;
    private static DecisionQueries queries;

    @BeforeParameterizedClassInvocation
    static void record(JournalDatabase.Kind kind) {
        database = JournalDatabase.of(kind);
        store = JournalDatabase.store(database.dataSource());
        journal = new GroupCommitJournal(JournalDatabase.settings(), store);
        journal.start();
        queries = new DecisionQueries(store.records());
        var anna = Decisions.into(journal);
        anna.record();
        anna.to("delete").refusedFor(Reason.Kind.DEFAULT).at(hour(1)).record();
        anna.ofSubject("ben").allowedFor(Reason.Kind.OWNER).at(hour(2)).record();
        anna.ofSubject("ben")
                .askedBy("gate")
                .through(Channel.ACCESS_API)
                .at(hour(3))
                .record();
        anna.onTo("roles", "editor").refusedFor(Reason.Kind.SCOPE).at(hour(4)).record();
        anna.ofSubject("ben").refusedFor(Reason.Kind.INACTIVE).at(hour(5)).record();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        journal.stop();
        store.close();
        database.close();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("none", query(), List.of(6, 5, 4, 3, 2, 1)),
                Arguments.of("subject", query().subject("ben"), List.of(6, 4, 3)),
                Arguments.of("requester", query().requester("gate"), List.of(4)),
                Arguments.of("action", query().action("delete"), List.of(2)),
                Arguments.of("resource type", query().resourceType("roles"), List.of(5)),
                Arguments.of("resource", query().resource("p1"), List.of(6, 4, 3, 2, 1)),
                Arguments.of("allowed", query().allowed(true), List.of(4, 3, 1)),
                Arguments.of("denied", query().allowed(false), List.of(6, 5, 2)),
                Arguments.of("channel", query().channel("access-api"), List.of(4)),
                Arguments.of("a channel that nothing used", query().channel("console"), List.of()),
                Arguments.of("reason", query().reason("owner"), List.of(3)),
                Arguments.of("reason and outcome", query().reason("owner").allowed(false), List.of()),
                Arguments.of("subject and outcome", query().subject("ben").allowed(false), List.of(6)),
                Arguments.of("from, inclusive", query().from(hour(4)), List.of(6, 5)),
                Arguments.of("to, exclusive", query().to(hour(2)), List.of(2, 1)),
                Arguments.of("from and to", query().from(hour(2)).to(hour(4)), List.of(4, 3)),
                Arguments.of("after everything", query().from(hour(9)), List.of()),
                Arguments.of("before everything", query().to(Decisions.NOON), List.of()),
                Arguments.of("outcome in time", query().allowed(false).to(hour(5)), List.of(5, 2)),
                Arguments.of("somebody unknown", query().subject("nobody"), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void filters(String name, Query query, List<Integer> sequences) {
        assertThat(queries.handle(query.ask()).items())
                .extracting(record -> (int) record.sequence())
                .containsExactlyElementsOf(sequences);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void pagesForthAndBack(String name, Query query, List<Integer> sequences) {
        for (var limit = 1; limit <= 3; limit++) {
            var page = queries.handle(query.limit(limit).ask());
            assertThat(page.prev()).isEmpty();
            var forth = new ArrayList<>(sequencesOf(page));
            while (page.next().isPresent()) {
                page = queries.handle(query.limit(limit).cursor(page.next()).ask());
                forth.addAll(sequencesOf(page));
            }
            assertThat(forth).containsExactlyElementsOf(sequences);

            var back = new ArrayList<List<Integer>>();
            back.add(sequencesOf(page));
            while (page.prev().isPresent()) {
                page = queries.handle(query.limit(limit).cursor(page.prev()).ask());
                back.add(sequencesOf(page));
            }
            Collections.reverse(back);
            assertThat(back.stream().flatMap(List::stream)).containsExactlyElementsOf(sequences);
        }
    }

    @Test
    void refusesWhatIsNoFilter() {
        assertRefused("limit", query().limit(0));
        assertRefused("limit", query().limit(1001));
        assertRefused("reason", query().reason("mood"));
        assertRefused("channel", query().channel("pigeon"));
        assertRefused("cursor", query().cursor(Optional.of("%%")));
        assertRefused("cursor", query().cursor(Optional.of("AAAA")));
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(queries.handle(new FindDecision("\u0000'"))).isEmpty();
    }

    private static void assertRefused(String field, Query query) {
        assertThatThrownBy(() -> queries.handle(query.ask()))
                .isInstanceOfSatisfying(
                        AccessRuleViolated.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static List<Integer> sequencesOf(DecisionPage page) {
        return page.items().stream().map(record -> (int) record.sequence()).toList();
    }

    private static Instant hour(int hours) {
        return Decisions.NOON.plusSeconds(3600L * hours);
    }

    static Query query() {
        return new Query(new FindDecisions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                50,
                Optional.empty()));
    }

    /** A query in which only what matters is said. */
    record Query(FindDecisions ask) {

        Query subject(String id) {
            return of(Optional.of(id), ask.action(), ask.resourceType(), ask.resource(), ask.allowed());
        }

        Query action(String name) {
            return of(ask.subject(), Optional.of(name), ask.resourceType(), ask.resource(), ask.allowed());
        }

        Query resourceType(String type) {
            return of(ask.subject(), ask.action(), Optional.of(type), ask.resource(), ask.allowed());
        }

        Query resource(String id) {
            return of(ask.subject(), ask.action(), ask.resourceType(), Optional.of(id), ask.allowed());
        }

        Query allowed(boolean allowed) {
            return of(ask.subject(), ask.action(), ask.resourceType(), ask.resource(), Optional.of(allowed));
        }

        Query requester(String id) {
            return origin(Optional.of(id), ask.channel(), ask.reason());
        }

        Query channel(String label) {
            return origin(ask.requester(), Optional.of(label), ask.reason());
        }

        Query reason(String kind) {
            return origin(ask.requester(), ask.channel(), Optional.of(kind));
        }

        Query from(Instant from) {
            return page(Optional.of(from), ask.to(), ask.limit(), ask.cursor());
        }

        Query to(Instant to) {
            return page(ask.from(), Optional.of(to), ask.limit(), ask.cursor());
        }

        Query limit(int limit) {
            return page(ask.from(), ask.to(), limit, ask.cursor());
        }

        Query cursor(Optional<String> cursor) {
            return page(ask.from(), ask.to(), ask.limit(), cursor);
        }

        private Query of(
                Optional<String> subject,
                Optional<String> action,
                Optional<String> type,
                Optional<String> resource,
                Optional<Boolean> allowed) {
            return new Query(new FindDecisions(
                    subject,
                    action,
                    type,
                    resource,
                    allowed,
                    ask.requester(),
                    ask.channel(),
                    ask.reason(),
                    ask.from(),
                    ask.to(),
                    ask.limit(),
                    ask.cursor()));
        }

        private Query origin(Optional<String> requester, Optional<String> channel, Optional<String> reason) {
            return new Query(new FindDecisions(
                    ask.subject(),
                    ask.action(),
                    ask.resourceType(),
                    ask.resource(),
                    ask.allowed(),
                    requester,
                    channel,
                    reason,
                    ask.from(),
                    ask.to(),
                    ask.limit(),
                    ask.cursor()));
        }

        private Query page(Optional<Instant> from, Optional<Instant> to, int limit, Optional<String> cursor) {
            return new Query(new FindDecisions(
                    ask.subject(),
                    ask.action(),
                    ask.resourceType(),
                    ask.resource(),
                    ask.allowed(),
                    ask.requester(),
                    ask.channel(),
                    ask.reason(),
                    from,
                    to,
                    limit,
                    cursor));
        }
    }
}
