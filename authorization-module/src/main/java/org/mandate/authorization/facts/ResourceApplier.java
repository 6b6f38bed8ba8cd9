package org.mandate.authorization.facts;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.content.event.PostUpdated;

/** Resources, as far as decisions depend on them: a post is {@code posts/id} with its author and whether it is published. */
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
    }

    private void published(String postId, History.Entry entry, boolean published) {
        Timeline<Map<String, Object>> timeline = base.resources.get(new FactBase.ResourceKey(POSTS, postId));
        Map<String, Object> was = timeline == null ? null : timeline.latest();
        if (was == null) {
            throw new IllegalStateException("post `" + postId + "` changed but does not exist");
        }
        Map<String, Object> now = new HashMap<>(was);
        now.put("published", published);
        put(postId, entry, Map.copyOf(now));
    }

    private void put(String postId, History.Entry entry, @Nullable Map<String, Object> attributes) {
        FactBase.ResourceKey key = new FactBase.ResourceKey(POSTS, postId);
        Timeline<Map<String, Object>> was = base.resources.get(key);
        base.resources.put(
                key, (was == null ? Timeline.<Map<String, Object>>empty() : was).then(entry.position(), attributes));
    }
}
