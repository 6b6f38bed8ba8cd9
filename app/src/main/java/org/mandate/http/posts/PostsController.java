package org.mandate.http.posts;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.FindPosts;
import org.mandate.content.post.PostPage;
import org.mandate.content.post.PostRuleViolated;
import org.mandate.content.post.PostRuleViolated.Rule;
import org.mandate.content.post.PostView;
import org.mandate.content.post.PublishPost;
import org.mandate.content.post.Shown;
import org.mandate.content.post.UnpublishPost;
import org.mandate.content.post.UpdatePost;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.identity.UserId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posts: written, listed, read, changed, published and deleted. */
@RestController
@RequestMapping("/posts")
class PostsController {

    private final Gateway gateway;

    PostsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<PostBody> list(
            @RequestParam Optional<String> author,
            @RequestParam Optional<Boolean> published,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        FindPosts query =
                new FindPosts(author.map(PostsController::author), published, Shown.EVERYTHING, limit, cursor);
        PostPage page = gateway.ask(query, ResponseTypes.instanceOf(PostPage.class), caller);
        return ItemPage.of(page.items(), page.next(), PostBody::of);
    }

    @PostMapping
    ResponseEntity<PostBody> create(@RequestBody NewPost body, Caller caller) {
        PostId id = PostId.random();
        UserId author = caller.user().orElseThrow();
        CreatePost command = new CreatePost(
                id, author, body.title(), body.content(), body.published().orElse(false));
        Written<?> written = gateway.send(command, caller);
        PostView post = readBack(id, caller);
        return Answer.created(written, URI.create("/posts/" + id))
                .eTag(tag(post))
                .body(PostBody.of(post));
    }

    @GetMapping("/{id}")
    ResponseEntity<PostBody> read(@PathVariable String id, Caller caller) {
        PostId post = known(id);
        PostView view = gateway.ask(new FindPost(post), ResponseTypes.optionalInstanceOf(PostView.class), caller)
                .orElseThrow(() -> unknown(id));
        return ResponseEntity.ok().eTag(tag(view)).body(PostBody.of(view));
    }

    @PutMapping("/{id}")
    ResponseEntity<PostBody> update(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody PostChange body,
            Caller caller) {
        return changed(
                new UpdatePost(known(id), body.title(), body.content(), body.published(), PostVersion.asked(ifMatch)),
                known(id),
                caller);
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<PostBody> publish(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, Caller caller) {
        return changed(new PublishPost(known(id), PostVersion.asked(ifMatch)), known(id), caller);
    }

    @PostMapping("/{id}/unpublish")
    ResponseEntity<PostBody> unpublish(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, Caller caller) {
        return changed(new UnpublishPost(known(id), PostVersion.asked(ifMatch)), known(id), caller);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, Caller caller) {
        return Answer.noContent(gateway.send(new DeletePost(known(id), PostVersion.asked(ifMatch)), caller));
    }

    private ResponseEntity<PostBody> changed(Object command, PostId id, Caller caller) {
        Written<?> written = gateway.send(command, caller);
        PostView post = readBack(id, caller);
        return Answer.ok(written).eTag(tag(post)).body(PostBody.of(post));
    }

    private PostView readBack(PostId id, Caller caller) {
        return gateway.readBack(new FindPost(id), ResponseTypes.optionalInstanceOf(PostView.class), caller)
                .orElseThrow(() -> unknown(id.value()));
    }

    private static String tag(PostView post) {
        return "\"" + post.version() + "\"";
    }

    private static UserId author(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("author", "must be a user id").found();
        }
    }

    private static PostId known(String id) {
        try {
            return new PostId(id);
        } catch (IllegalArgumentException malformed) {
            throw unknown(id);
        }
    }

    private static PostRuleViolated unknown(String id) {
        return new PostRuleViolated(Rule.UNKNOWN_POST, "", "there is no post `" + id + "`");
    }
}
