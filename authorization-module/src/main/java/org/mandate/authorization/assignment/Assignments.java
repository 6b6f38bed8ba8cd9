package org.mandate.authorization.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.MessageOrigin;

/** The roles of one subject: the assignments that stand. */
@Aggregate(type = "Assignments")
class Assignments {

    @AggregateIdentifier
    private @Nullable String stream;

    private final Map<String, Standing> standing = new LinkedHashMap<>();

    private record Standing(String role, Terms terms) {

        boolean gives(String otherRole, Terms otherTerms) {
            return role.equals(otherRole) && terms.sameLimits(otherTerms);
        }
    }

    Assignments() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AssignmentOutcome decide(
            AssignRole command,
            @MetaDataValue(value = MessageOrigin.ACTOR, required = true) String actor,
            AssignmentIds ids) {
        Vocabulary.requireSubject(command.subject());
        Vocabulary.requireRole("role", command.role());
        Terms terms = command.terms();
        TermsEvents.requireValid(terms);
        for (Map.Entry<String, Standing> each : standing.entrySet()) {
            if (each.getValue().gives(command.role(), terms)) {
                return new AssignmentOutcome(each.getKey(), false);
            }
        }
        String id = ids.next();
        apply(TermsEvents.assigned(id, command.subject(), command.role(), terms, actor));
        return new AssignmentOutcome(id, true);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<String> decide(RevokeRole command, @MetaDataValue(value = MessageOrigin.ACTOR, required = true) String actor) {
        command.reason().ifPresent(reason -> Vocabulary.requireText("reason", reason));
        List<String> ending = standing.entrySet().stream()
                .filter(each -> each.getValue().role().equals(command.role()))
                .map(Map.Entry::getKey)
                .filter(id -> command.assignment().map(id::equals).orElse(true))
                .toList();
        if (ending.isEmpty()) {
            throw new AccessRuleViolated(Rule.UNKNOWN_ASSIGNMENT, "role", missing(command));
        }
        SubjectId subject = command.subject();
        for (String id : ending) {
            apply(new RoleRevoked(
                    id,
                    subject.type(),
                    subject.id(),
                    command.role(),
                    command.reason().orElse(null),
                    actor));
        }
        return ending;
    }

    private static String missing(RevokeRole command) {
        return command.assignment()
                .map(id -> "there is no assignment `" + id + "` of role `" + command.role() + "` to this subject")
                .orElse("role `" + command.role() + "` is not assigned to this subject");
    }

    @EventSourcingHandler
    void evolve(RoleAssigned event) {
        stream = new SubjectId(event.subjectType(), event.subjectId()).stream();
        standing.put(event.assignmentId(), new Standing(event.role(), TermsEvents.terms(event)));
    }

    @EventSourcingHandler
    void evolve(RoleRevoked event) {
        standing.remove(event.assignmentId());
    }
}
