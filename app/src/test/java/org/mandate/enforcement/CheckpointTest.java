package org.mandate.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.enforcement.Callers.alice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.ResourceFacts;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.role.FindRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.content.PostId;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.PostRuleViolated;
import org.mandate.content.post.PostRuleViolated.Rule;
import org.mandate.identity.MessageOrigin;
import org.mandate.store.WriteReceipts;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class CheckpointTest {

    private final RecordingDecisions decisions = new RecordingDecisions();
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final List<CommandMessage<?>> handled = new ArrayList<>();
    private final List<Evaluate> answered = new ArrayList<>();
    private final RecordingFacts facts = new RecordingFacts();
    private final BusGateway gateway = gateway();

    @BeforeEach
    void subscribeHandlers() {
        commands.subscribe(DeletePost.class.getName(), message -> {
            handled.add(message);
            return "done";
        });
        commands.subscribe(RetireRole.class.getName(), message -> {
            handled.add(message);
            commands.dispatch(GenericCommandMessage.asCommandMessage(deletion()));
            return null;
        });
        queries.subscribe(FindRole.class.getName(), String.class, message -> "role");
    }

    @Test
    void leavesActorRequestAndDecisionInTheMetadataAndNoMore() {
        var written = gateway.<String>send(deletion(), alice());

        assertThat(written.result()).isEqualTo("done");
        assertThat(handled).hasSize(1);
        assertThat(Map.copyOf(handled.get(0).getMetaData()))
                .isEqualTo(Map.of(
                        MessageOrigin.ACTOR, "alice",
                        MessageOrigin.REQUEST_ID, "request-1",
                        MessageOrigin.DECISION_ID, "decision-1"));
    }

    @Test
    void answersThePositionThatWasWrittenOnceTheFactsKnowIt() {
        assertThat(gateway.send(deletion(), alice()).position()).isEqualTo(42);
        assertThat(facts.awaited).containsExactly(42L);
    }

    @Test
    void keepsARefusedMessageFromItsHandler() {
        decisions.rule = request -> false;

        assertThatThrownBy(() -> gateway.send(deletion(), alice())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> gateway.ask(new FindRole("r"), ResponseTypes.instanceOf(String.class), alice()))
                .isInstanceOf(AccessRefused.class);
        assertThat(handled).isEmpty();
    }

    @Test
    void refusesWhatIsDispatchedOnNobodysAccount() {
        assertThatIllegalStateException()
                .isThrownBy(() -> commands.dispatch(GenericCommandMessage.asCommandMessage(deletion())))
                .withMessageContaining("nobody's account");
        assertThat(handled).isEmpty();
    }

    @Test
    void takesNoTextForAPassport() {
        var forged = GenericCommandMessage.asCommandMessage(deletion())
                .andMetaData(Map.of(Passport.KEY, "system", MessageOrigin.ACTOR, MessageOrigin.SYSTEM));

        assertThatIllegalStateException().isThrownBy(() -> commands.dispatch(forged));
        assertThat(handled).isEmpty();
    }

    @Test
    void coversWhatAHandlerSends() {
        gateway.send(new RetireRole("r"), alice());

        assertThat(handled).hasSize(2);
        assertThat(decisions.decided).hasSize(1);
    }

    @Test
    void readsBackUnderTheDecisionOfTheWrite() {
        assertThat(gateway.readBack(new FindRole("r"), ResponseTypes.instanceOf(String.class), alice()))
                .isEqualTo("role");
        assertThat(decisions.decided).isEmpty();
    }

    @Test
    void letsTheSystemActInItsOwnName() {
        gateway.send(deletion());

        assertThat(handled.get(0).getMetaData()).containsEntry(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
        assertThat(decisions.decided).isEmpty();
    }

    @Test
    void throwsWhatTheHandlerThrew() {
        commands.subscribe(DeletePost.class.getName(), message -> {
            throw new IllegalStateException("wrapped", new PostRuleViolated(Rule.UNKNOWN_POST, "", "there is no post"));
        });

        assertThatThrownBy(() -> gateway.send(deletion(), alice())).isInstanceOf(PostRuleViolated.class);
    }

    @Test
    void guardsARehearsalAsTheCommandAndSaysSoInItsRecord() {
        gateway.rehearse(deletion(), alice());

        assertThat(handled).hasSize(1);
        assertThat(decisions.decided.get(0).context()).isEqualTo(Map.of("preview", true));
        decisions.rule = request -> false;
        assertThatThrownBy(() -> gateway.rehearse(deletion(), alice())).isInstanceOf(AccessRefused.class);
        assertThat(handled).hasSize(1);
    }

    /** Begins and ends transactions of nothing. */
    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    @Test
    void letsAQuestionThroughTheShortWayOnlyWhereItIsAdmitted() {
        Evaluate question = question();

        assertThat(gateway.evaluate(question, alice()).id()).isEqualTo("answered");
        assertThat(answered).containsExactly(question);
        decisions.rule = request -> false;
        assertThatThrownBy(() -> gateway.evaluate(question, alice())).isInstanceOf(AccessRefused.class);
        assertThat(answered).hasSize(1);
    }

    private Recorded answered(Evaluate question) {
        answered.add(question);
        return new Recorded("answered", new Decision(true, List.of(), 7));
    }

    private static Evaluate question() {
        SubjectId alice = SubjectId.user("alice");
        Provenance provenance =
                new Provenance(alice, Optional.empty(), Optional.empty(), "request-1", Channel.ACCESS_API);
        return new Evaluate(
                alice, Map.of(), Action.of("read"), Resource.of("posts", "1"), Map.of(), Optional.empty(), provenance);
    }

    private BusGateway gateway() {
        EnforcementPoint point = new EnforcementPoint(
                new EnforcementTable(new EnforcementSettings(true)), decisions, new NothingKnown());
        WriteReceipts receipts = commandId -> new FixedReceipt();
        Rehearsal rehearsal = new Rehearsal(new NoDatabase());
        return new EnforcementConfiguration()
                .gateway(point, commands, queries, receipts, facts, new EmptyHistory(), rehearsal, this::answered);
    }

    private static DeletePost deletion() {
        return new DeletePost(new PostId("p1"), Optional.empty());
    }

    private static final class NothingKnown implements ResourceFacts {

        @Override
        public Optional<Map<String, Object>> attributes(String type, String id) {
            return Optional.empty();
        }

        @Override
        public boolean knows(SubjectId subject) {
            return true;
        }

        @Override
        public boolean maySingleOut(SubjectId subject, String type, String action) {
            return false;
        }
    }

    private static final class FixedReceipt implements WriteReceipts.Receipt {
        @Override
        public OptionalLong position() {
            return OptionalLong.of(42);
        }

        @Override
        public void close() {}
    }
}
