package org.mandate.authorization.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a type of resource says of itself: who its owner is and what an owner may do, and in which state an action takes other
 * permissions than its own. Data, judged by the decision function like any other.
 * @param ownerAttribute the attribute that carries the owner's user id
 * @param actions what can be done with it
 * @param ownerMay the actions that ownership allows
 */
record ResourceType(
        String name, Set<String> actions, String ownerAttribute, Set<String> ownerMay, List<Reserved> reserved) {

    /** While the attribute has the value, the action takes the permission of one of these actions instead of its own. */
    record Reserved(String action, String attribute, Object value, List<String> actions, String because) {

        List<String> permissions(String type) {
            return actions.stream().map(one -> type + ":" + one).toList();
        }
    }

    private static final Map<String, ResourceType> ALL = Map.of(
            "posts",
            new ResourceType(
                    "posts",
                    Set.of("read", "create", "update", "delete", "publish"),
                    "authorId",
                    Set.of("read", "update", "delete", "publish"),
                    List.of(new Reserved(
                            "read",
                            "published",
                            false,
                            List.of("update", "publish", "delete"),
                            "the post is a draft"))));

    /** The type of the name, or null where it says nothing of itself. */
    static @Nullable ResourceType of(String name) {
        return ALL.get(name);
    }

    static Optional<ResourceType> named(String name) {
        return Optional.ofNullable(of(name));
    }

    boolean owns(String userId, Map<String, Object> attributes) {
        return userId.equals(attributes.get(ownerAttribute));
    }

    Optional<String> owner(Map<String, Object> attributes) {
        return Optional.ofNullable(attributes.get(ownerAttribute))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** What reserves the action in the resource's state, or null where nothing does. */
    @Nullable
    Reserved reservation(String action, Map<String, Object> attributes) {
        for (int i = 0; i < reserved.size(); i++) {
            Reserved one = reserved.get(i);
            if (one.action().equals(action) && one.value().equals(attributes.get(one.attribute()))) {
                return one;
            }
        }
        return null;
    }
}
