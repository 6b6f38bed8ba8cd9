package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.anyPermission;
import static org.mandate.authorization.decision.Requirement.may;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.point.EvaluateAll;
import org.mandate.authorization.search.Search;
import org.mandate.content.PostId;
import org.mandate.content.post.FindPosts;
import org.mandate.content.post.Shown;
import org.mandate.content.post.UpdatePost;
import org.mandate.identity.token.SignOut;

/** What the lines of the table ask of a message and its situation. */
final class Conditions {

    private static final String POSTS = "posts";

    private Conditions() {}

    static boolean ownSession(SignOut message, Situation situation) {
        return situation.caller().session().equals(Optional.of(message.session()));
    }

    static boolean ownAccess(FindAccess message, Situation situation) {
        return situation.caller().user().isPresent() && situation.subject().equals(message.subject());
    }

    static boolean asksOfOneself(Evaluate message, Situation situation) {
        return situation.caller().user().isPresent() && situation.subject().equals(message.subject());
    }

    static boolean asksOnlyOfOneself(EvaluateAll message, Situation situation) {
        return situation.caller().user().isPresent()
                && message.questions().stream()
                        .allMatch(question -> situation.subject().equals(question.subject()));
    }

    static boolean searchesForOneself(Search message, Situation situation) {
        return situation.caller().user().isPresent()
                && message.sought().given().equals(Optional.of(situation.subject()));
    }

    /** Where nothing is known of the post, the change counts as one: the handler refuses it soon enough. */
    static boolean changesPublished(UpdatePost message, Situation situation) {
        return message.published()
                .map(wanted -> !situation
                        .attributes(post(message.post()))
                        .map(known -> wanted.equals(known.get("published")))
                        .orElse(false))
                .orElse(false);
    }

    /** There is no such post, or it is a draft that the caller may not read; the two must look alike. */
    static <M> BiPredicate<M, Situation> unreadable(Function<M, PostId> post) {
        return (message, situation) -> unreadable(post(post.apply(message)), situation);
    }

    private static boolean unreadable(Resource post, Situation situation) {
        return situation
                .attributes(post)
                .map(known ->
                        !Boolean.TRUE.equals(known.get("published")) && !situation.meets(may("read"), "read", post))
                .orElse(true);
    }

    /**
     * A list shows what its reader may read. Whoever has no power over the posts of others, and to whom neither a policy nor a
     * grant for one post may open a draft, looks through no drafts but their own.
     */
    static FindPosts readable(FindPosts message, Situation situation) {
        boolean all = situation.meets(
                        anyPermission("posts:update", "posts:publish", "posts:delete"), "read", Resource.of(POSTS, ""))
                || situation.maySingleOut(POSTS, "read");
        Shown shown = new Shown(
                all ? Optional.empty() : situation.caller().user(),
                post -> situation.meets(may("read"), "read", post(post)));
        return new FindPosts(message.author(), message.published(), shown, message.limit(), message.cursor());
    }

    /** Whose simulations the caller may know of: their own, and administrators those of everybody. */
    static Optional<String> begunBy(Situation situation) {
        return situation.meets(Requirement.role("admin"), "read", Resource.of("simulations", ""))
                ? Optional.empty()
                : Optional.of(situation.subject().id());
    }

    private static Resource post(PostId id) {
        return Resource.of(POSTS, id.value());
    }
}
