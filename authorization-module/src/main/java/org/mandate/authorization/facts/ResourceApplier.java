package org.mandate.authorization.facts;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.content.event.PostUpdated;
import org.mandate.identity.event.UserAttributesChanged;

/**
 * What is known of resources and subjects. A post is {@code posts/id} with its author and whether it is published, a user
 * {@code user/id}; whatever else there is lives elsewhere and was described to us.
 */
final class ResourceApplier {

    private static final String POSTS = "posts";

    private final FactBase base;

    ResourceApplier(FactBase base) {
        this.base = base;
    }

    void register(Appliers appliers) {
        appliers.on(
                PostCreated.class,
                (event, at) ->
                        put(event.postId(), at, Map.of("authorId", event.authorId(), "published", event.published())));
        appliers.on(PostPublished.class, (event, at) -> published(event.postId(), at, true));
        appliers.on(PostUnpublished.class, (event, at) -> published(event.postId(), at, false));
        appliers.on(PostDeleted.class, (event, at) -> put(event.postId(), at, null));
        // Title and content decide nothing.
        appliers.on(PostUpdated.class, (event, at) -> {});
        appliers.on(
                UserAttributesChanged.class,
                (event, at) -> put(SubjectId.USER, event.userId(), at, event.attributes()));
        appliers.on(
                EntityDescribed.class,
                (event, at) -> put(event.entityType(), event.entityId(), at, event.attributes()));
        appliers.on(EntityForgotten.class, (event, at) -> put(event.entityType(), event.entityId(), at, null));
    }

    private void published(String postId, History.Entry entry, boolean published) {
        Timeline<Map<String, Object>> timeline = base.resources.last(POSTS, postId);
        Map<String, Object> was = timeline == null ? null : timeline.latest();
        if (was == null) {
            throw new IllegalStateException("post `" + postId + "` changed but does not exist");
        }
        Map<String, Object> now = new HashMap<>(was);
        now.put("published", published);
        put(postId, entry, Map.copyOf(now));
    }

    private void put(String postId, History.Entry entry, @Nullable Map<String, Object> attributes) {
        put(POSTS, postId, entry, attributes);
    }

    private void put(String type, String id, History.Entry entry, @Nullable Map<String, Object> attributes) {
        Timeline<Map<String, Object>> was = base.resources.last(type, id);
        base.resources.put(
                type,
                id,
                (was == null ? Timeline.<Map<String, Object>>empty() : was).then(entry.position(), attributes));
    }
}
