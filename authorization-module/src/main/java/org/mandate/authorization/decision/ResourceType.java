package org.mandate.authorization.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a type of resource says of itself: who its owner is and what an owner may do, and in which state an action takes other
 * permissions than its own. Data, judged by the decision function like any other.
 * @param ownerAttribute the attribute that carries the owner's user id
 * @param actions what can be done with it
 * @param ownerMay the actions that ownership allows
 */
record ResourceType(
        String name, Set<String> actions, String ownerAttribute, Set<String> ownerMay, List<Reserved> reserved) {

    /** While the attribute has the value, the action takes one of these permissions instead of its own. */
    record Reserved(String action, String attribute, Object value, List<String> permissions, String because) {}

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
                            List.of("posts:update", "posts:publish", "posts:delete"),
                            "the post is a draft"))));

    static Optional<ResourceType> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    boolean owns(String userId, Map<String, Object> attributes) {
        return owner(attributes).filter(userId::equals).isPresent();
    }

    Optional<String> owner(Map<String, Object> attributes) {
        return Optional.ofNullable(attributes.get(ownerAttribute))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    Optional<Reserved> reservation(String action, Map<String, Object> attributes) {
        for (Reserved one : reserved) {
            if (one.action().equals(action) && one.value().equals(attributes.get(one.attribute()))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
