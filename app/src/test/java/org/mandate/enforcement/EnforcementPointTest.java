package org.mandate.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mandate.enforcement.Callers.alice;
import static org.mandate.enforcement.Callers.anonymous;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.entity.FindEntity;
import org.mandate.authorization.facts.ResourceFacts;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.When;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.FindPosts;
import org.mandate.content.post.Shown;
import org.mandate.content.post.UpdatePost;
import org.mandate.enrolment.SignUp;
import org.mandate.identity.UserId;
import org.mandate.identity.token.SignIn;
import org.mandate.identity.token.SignOut;
import org.mandate.identity.user.FindUser;
import org.mandate.oversight.BrowseUser;

class EnforcementPointTest {

    private static final PostId POST = new PostId("p1");

    private final RecordingDecisions decisions = new RecordingDecisions();
    private final Map<String, Map<String, Object>> posts = new HashMap<>();
    private boolean singledOut;
    private final EnforcementPoint point = point(true);

    @Test
    void recordsWhatItLetsThrough() {
        var admitted = point.admit(new DeletePost(POST, Optional.empty()), alice("posts:delete"));

        assertThat(admitted.decisionId()).contains("decision-1");
        assertThat(decisions.only().subject()).isEqualTo(SubjectId.user("alice"));
        assertThat(decisions.only().action().name()).isEqualTo("delete");
        assertThat(decisions.only().resource()).isEqualTo(Resource.of("posts", "p1"));
        assertThat(decisions.only().requirement()).hasToString("allOf(scope(posts:delete),may(delete))");
        assertThat(decisions.provenances.get(0).requester()).isEqualTo(SubjectId.user("alice"));
    }

    @Test
    void deniesWhatIsNotMapped() {
        decisions.rule = request -> !isUnmeetable(request.requirement());

        var refused = refused(new NeverMapped(), alice());

        assertThat(refused.decisionId()).isEqualTo("decision-1");
        assertThat(decisions.only().resource()).isEqualTo(Resource.of("message", "NeverMapped"));
    }

    @Test
    void namesTheScopeThatATokenLacks() {
        decisions.rule = request -> false;

        assertThat(refused(new DeletePost(POST, Optional.empty()), alice("posts:read"))
                        .missingScope())
                .contains("posts:delete");
    }

    @Test
    void asksAnAnonymousCallerForWhatNobodyMeets() {
        decisions.rule = request -> !isUnmeetable(request.requirement());

        refused(new FindPosts(Optional.empty(), Optional.empty(), Shown.EVERYTHING, 50, Optional.empty()), anonymous());

        assertThat(decisions.only().subject().type()).isEqualTo("anonymous");
    }

    @Test
    void letsAnyoneSignInWithoutADecision() {
        var admitted = point.admit(new SignIn("alice", "secret", Set.of(), "10.0.0.1"), anonymous());

        assertThat(admitted.decisionId()).isEmpty();
        assertThat(decisions.decided).isEmpty();
    }

    @Test
    void refusesSigningUpWhereItIsSwitchedOff() {
        decisions.rule = request -> !isUnmeetable(request.requirement());
        var signUp = new SignUp("alice", "a@example.org", "a long password", Optional.empty());

        assertThat(point.admit(signUp, anonymous()).decisionId()).isEmpty();
        assertThatThrownBy(() -> point(false).admit(signUp, anonymous())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void letsNobodyEndTheSessionOfAnother() {
        decisions.rule = request -> !isUnmeetable(request.requirement());

        assertThat(point.admit(new SignOut("session-of-alice"), alice()).decisionId())
                .isPresent();
        assertThatThrownBy(() -> point.admit(new SignOut("another"), alice())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void asksLessOfOneselfThanOfAnAdministrator() {
        point.admit(new FindUser(new UserId("alice")), alice());
        point.admit(new FindUser(new UserId("bob")), alice());
        point.admit(new FindAccess(SubjectId.user("alice")), alice());

        assertThat(decisions.decided)
                .extracting(request -> request.requirement().toString())
                .containsExactly(
                        "allOf(scope(users:read),authenticated)",
                        "allOf(scope(admin),anyRole(admin))",
                        "authenticated");
    }

    /** A record keeps its resource in clear, and what stands in the place of an id may be a person's name. */
    @Test
    void recordsNoNameInThePlaceOfAUsersId() {
        var id = UserId.random();

        point.admit(new FindUser(new UserId("zebediahqux")), alice());
        point.admit(new FindPastAccess(SubjectId.user("zebediahqux"), When.NOW), alice());
        point.admit(new BrowseUser(new UserId("zebediahqux")), alice());
        point.admit(new FindEntity("user", "zebediahqux"), alice());
        point.admit(new FindUser(id), alice());
        point.admit(new FindUser(new UserId("alice")), alice());

        assertThat(decisions.decided)
                .extracting(request -> request.resource().id())
                .containsExactly("not-an-id", "not-an-id", "not-an-id", "user", id.value(), "alice");
    }

    @Test
    void letsNobodyWriteInTheNameOfAnother() {
        decisions.rule = request -> !isUnmeetable(request.requirement());

        assertThatThrownBy(() -> point.admit(new CreatePost(POST, new UserId("bob"), "t", "c", false), alice()))
                .isInstanceOf(AccessRefused.class);
    }

    @Nested
    class Publication {

        @Test
        void isAskedForWhereAChangeTouchesIt() {
            posts.put("p1", Map.of("authorId", "bob", "published", false));

            point.admit(change(true), alice());
            point.admit(change(false), alice());

            assertThat(decisions.decided)
                    .extracting(request -> request.requirement().toString())
                    .containsExactly(
                            "allOf(scope(posts:write),may(update),may(publish))",
                            "allOf(scope(posts:write),may(update))");
        }

        private UpdatePost change(boolean published) {
            return new UpdatePost(POST, Optional.of("t"), Optional.empty(), Optional.of(published), Optional.empty());
        }
    }

    @Nested
    class Hiding {

        @Test
        void hidesAPostThatDoesNotExist() {
            decisions.rule = request -> false;

            assertThat(refused(new DeletePost(POST, Optional.empty()), alice("posts:delete"))
                            .hidden())
                    .isTrue();
        }

        @Test
        void hidesADraftThatMayNotBeRead() {
            posts.put("p1", Map.of("authorId", "bob", "published", false));
            decisions.rule = request -> false;

            assertThat(refused(new FindPost(POST), alice("posts:read")).hidden())
                    .isTrue();
        }

        @Test
        void showsADraftThatMayBeReadThoughNotChanged() {
            posts.put("p1", Map.of("authorId", "bob", "published", false));
            decisions.rule = request -> request.action().name().equals("read");

            assertThat(refused(new DeletePost(POST, Optional.empty()), alice("posts:delete"))
                            .hidden())
                    .isFalse();
        }

        @Test
        void showsAPublishedPost() {
            posts.put("p1", Map.of("authorId", "bob", "published", true));
            decisions.rule = request -> false;

            assertThat(refused(new DeletePost(POST, Optional.empty()), alice("posts:delete"))
                            .hidden())
                    .isFalse();
        }
    }

    @Nested
    class Drafts {

        @Test
        void areOnesOwnWithoutPowerOverThePostsOfOthers() {
            decisions.rule = request -> request.requirement().toString().contains("posts:read");

            assertThat(listed().shown().draftsOf()).contains(new UserId("alice"));
            assertThat(decisions.decided).hasSize(1);
        }

        @Test
        void areThoseOfAllWhereASingleOneMayBeOpen() {
            decisions.rule = request -> request.requirement().toString().contains("posts:read");
            singledOut = true;

            assertThat(listed().shown().draftsOf()).isEmpty();
        }

        @Test
        void areShownWhereTheyMayBeRead() {
            var shown = listed().shown();
            decisions.rule = request -> request.resource().id().equals("open");

            assertThat(shown.readable().test(new PostId("open"))).isTrue();
            assertThat(shown.readable().test(POST)).isFalse();
        }

        @Test
        void areThoseOfAllWithIt() {
            assertThat(listed().shown().draftsOf()).isEmpty();
        }

        private FindPosts listed() {
            var query = new FindPosts(Optional.empty(), Optional.empty(), Shown.EVERYTHING, 50, Optional.empty());
            return (FindPosts) point.admit(query, alice("posts:read")).payload();
        }
    }

    private EnforcementPoint point(boolean registrationEnabled) {
        return new EnforcementPoint(
                new EnforcementTable(new EnforcementSettings(registrationEnabled)), decisions, new KnownPosts());
    }

    private AccessRefused refused(Object message, Caller caller) {
        return catchThrowableOfType(AccessRefused.class, () -> point.admit(message, caller));
    }

    private static boolean isUnmeetable(Requirement requirement) {
        return requirement.equals(Requirement.anyOf());
    }

    private final class KnownPosts implements ResourceFacts {

        @Override
        public Optional<Map<String, Object>> attributes(String type, String id) {
            return Optional.ofNullable(posts.get(id));
        }

        @Override
        public boolean knows(SubjectId subject) {
            return subject.equals(SubjectId.user("alice"));
        }

        @Override
        public boolean maySingleOut(SubjectId subject, String type, String action) {
            return singledOut;
        }
    }

    /** Not in the table. */
    record NeverMapped() {}
}
