package org.mandate.content.post;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.content.PostId;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.content.event.PostUpdated;
import org.mandate.content.post.PostRuleViolated.Rule;

/**
 * One post. Every command creates the aggregate where its stream is empty, so that an unknown post is refused by this
 * module's own rule and not by the framework; a refused command leaves no event. Each command answers the version that it
 * led to.
 */
@Aggregate
class Post {

    /** Absent until the first event: the framework stores that event under whatever stands here before it. */
    @AggregateIdentifier
    private @Nullable String stream;

    private String title = "";
    private String content = "";
    private boolean published;
    private boolean deleted;
    private long version;

    Post() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    long decide(CreatePost command) {
        if (version > 0) {
            throw new PostRuleViolated(
                    Rule.INVALID, "id", "the id `" + command.post() + "` is taken, leave it out or choose another");
        }
        apply(new PostCreated(
                command.post().value(),
                command.author().value(),
                PostText.title(command.title()),
                PostText.content(command.content()),
                command.published()));
        return version;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    long decide(UpdatePost command) {
        stands(command.post(), command.expectedVersion());
        var newTitle = command.title().map(PostText::title).orElse(title);
        var newContent = command.content().map(PostText::content).orElse(content);
        if (!newTitle.equals(title) || !newContent.equals(content)) {
            apply(new PostUpdated(command.post().value(), newTitle, newContent));
        }
        command.published().ifPresent(wanted -> show(command.post(), wanted));
        return version;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    long decide(PublishPost command) {
        stands(command.post(), command.expectedVersion());
        show(command.post(), true);
        return version;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    long decide(UnpublishPost command) {
        stands(command.post(), command.expectedVersion());
        show(command.post(), false);
        return version;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    long decide(DeletePost command) {
        stands(command.post(), command.expectedVersion());
        apply(new PostDeleted(command.post().value()));
        return version;
    }

    private void stands(PostId post, Optional<Long> expectedVersion) {
        if (version == 0 || deleted) {
            throw new PostRuleViolated(Rule.UNKNOWN_POST, "", "there is no post `" + post + "`");
        }
        if (expectedVersion.isPresent() && expectedVersion.get() != version) {
            throw new PostRuleViolated(
                    Rule.STALE_VERSION,
                    "",
                    "the post is at version `" + version + "`, which is not the one asked for, read it again");
        }
    }

    private void show(PostId post, boolean wanted) {
        if (wanted != published) {
            apply(wanted ? new PostPublished(post.value()) : new PostUnpublished(post.value()));
        }
    }

    @EventSourcingHandler
    void evolve(PostCreated event) {
        stream = new PostId(event.postId()).stream();
        title = event.title();
        content = event.content();
        published = event.published();
        version++;
    }

    @EventSourcingHandler
    void evolve(PostUpdated event) {
        title = event.title();
        content = event.content();
        version++;
    }

    @EventSourcingHandler
    void evolve(PostPublished event) {
        published = true;
        version++;
    }

    @EventSourcingHandler
    void evolve(PostUnpublished event) {
        published = false;
        version++;
    }

    @EventSourcingHandler
    void evolve(PostDeleted event) {
        deleted = true;
        version++;
    }
}
