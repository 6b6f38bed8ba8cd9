package org.mandate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.architecture.MandateClasses.ALL;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One verb per kind of handler, one kind of type per kind of message, one handler per message. */
class HandlersTest {

    private static final String PROJECTION = "Projection";

    @Test
    void verbsTellWhatMayHappenInside() {
        holds(methods().that().areAnnotatedWith(CommandHandler.class).should().haveName("decide"));
        holds(methods()
                .that()
                .areAnnotatedWith(EventSourcingHandler.class)
                .should()
                .haveName("evolve"));
        holds(methods().that().areAnnotatedWith(QueryHandler.class).should().haveName("handle"));
        holds(methods()
                .that()
                .areAnnotatedWith(EventHandler.class)
                .should()
                .haveName("on")
                .orShould()
                .haveName("react"));
    }

    @Test
    void noHandlerIsForgottenForWantOfItsAnnotation() {
        holds(handlersNamed("decide", isAggregate()).should().beAnnotatedWith(CommandHandler.class));
        holds(handlersNamed("evolve", isAggregate()).should().beAnnotatedWith(EventSourcingHandler.class));
        holds(handlersNamed("on", isProjection()).should().beAnnotatedWith(EventHandler.class));
        holds(handlersNamed("react", any())
                .should()
                .beAnnotatedWith(EventHandler.class)
                .allowEmptyShould(true));
    }

    @Test
    void everyEventHandlerNamesItsProcessingGroup() {
        var unnamed = MandateClasses.handlers(EventHandler.class).stream()
                .map(JavaMethod::getOwner)
                .filter(owner -> !owner.isAnnotatedWith(ProcessingGroup.class)
                        || !owner.getAnnotationOfType(ProcessingGroup.class)
                                .value()
                                .matches("[a-z]+\\.[a-z]+"));

        assertThat(unnamed).isEmpty();
    }

    @Test
    void messagesArePublicRecords() {
        var messages = Stream.of(CommandHandler.class, QueryHandler.class)
                .flatMap(kind -> MandateClasses.handlers(kind).stream())
                .map(MandateClasses::message)
                .toList();

        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            assertThat(message.isRecord()).isTrue();
            assertThat(message.getModifiers()).contains(JavaModifier.PUBLIC);
        });
    }

    @Test
    void everyMessageHasOneHandler() {
        for (var kind : List.of(CommandHandler.class, QueryHandler.class)) {
            assertThat(MandateClasses.handlers(kind).stream().map(MandateClasses::message))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatHoldsStateIsInternal() {
        holds(classes().that().areAnnotatedWith(Aggregate.class).should().notBePublic());
        holds(classes().that().haveSimpleNameEndingWith(PROJECTION).should().notBePublic());
        holds(classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .notBePublic()
                .allowEmptyShould(true));
    }

    @Test
    void storedEventsAreRecordsUnderSealedInterfaces() {
        holds(classes()
                .that()
                .resideInAPackage("..event")
                .and(isNot("the door plate", type -> type.getSimpleName().equals("package-info")))
                .should()
                .beRecords()
                .orShould()
                .beInterfaces());
        assertThat(MandateClasses.eventFamilies()).isNotEmpty();
        assertThat(ALL.stream()
                        .filter(type ->
                                type.getPackageName().endsWith(".event") && type.isRecord() && !type.isNestedClass())
                        .filter(event -> MandateClasses.eventFamilies().stream()
                                .noneMatch(family -> event.isAssignableTo(family.reflect()))))
                .isEmpty();
    }

    /** Decisions are recorded by the journal; no aggregate leads to them. */
    static List<JavaClass> familiesOfAggregates() {
        return MandateClasses.eventFamilies().stream()
                .filter(family -> !family.getSimpleName().equals("DecisionEvent"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("familiesOfAggregates")
    void oneAggregateEvolvesByTheWholeFamily(JavaClass family) {
        var evolving = MandateClasses.handlers(EventSourcingHandler.class).stream()
                .filter(handler -> MandateClasses.message(handler).isAssignableTo(family.reflect()))
                .toList();

        assertThat(evolving.stream().map(JavaMethod::getOwner).distinct()).hasSize(1);
        assertThat(evolving.stream().map(MandateClasses::message).distinct())
                .containsExactlyInAnyOrderElementsOf(MandateClasses.eventsOf(family));
    }

    /**
     * The framework stores the first event of a stream under the identifier that the field holds before it, so a field that
     * starts with anything but null sends the event to a stream of that name.
     */
    @Test
    void identifiersOfAggregatesStartAbsent() throws ReflectiveOperationException {
        for (var aggregate : ALL.that(DescribedPredicate.describe(
                "are aggregates", (JavaClass type) -> type.isAnnotatedWith(Aggregate.class)))) {
            var constructor = aggregate.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            var identifiers = aggregate.getFields().stream()
                    .filter(field -> field.isAnnotatedWith(AggregateIdentifier.class))
                    .toList();
            assertThat(identifiers).as(aggregate.getName()).hasSize(1);
            var field = identifiers.get(0).reflect();
            field.setAccessible(true);
            assertThat(field.get(constructor.newInstance()))
                    .as(field.toString())
                    .isNull();
        }
    }

    @Test
    void namesSayWhatATypeIsForAndNotWhatKindItIs() {
        holds(noClasses()
                .that(isNot(
                        "a family of events",
                        type -> type.isInterface() && type.getPackageName().endsWith(".event")))
                .should()
                .haveNameMatching(".*(Command|Event|Impl|Manager|Helper|Utils?)"));
    }

    private static GivenMethodsConjunction handlersNamed(String verb, DescribedPredicate<JavaClass> owner) {
        return methods().that().haveName(verb).and().areDeclaredInClassesThat(owner);
    }

    private static DescribedPredicate<JavaClass> isAggregate() {
        return DescribedPredicate.describe("are aggregates", type -> type.isAnnotatedWith(Aggregate.class));
    }

    private static DescribedPredicate<JavaClass> isProjection() {
        return DescribedPredicate.describe(
                "are projections", type -> type.getSimpleName().endsWith(PROJECTION));
    }

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }

    private static DescribedPredicate<JavaClass> isNot(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe("are not " + description, predicate.negate());
    }

    private static void holds(ArchRule rule) {
        rule.check(ALL);
    }
}
