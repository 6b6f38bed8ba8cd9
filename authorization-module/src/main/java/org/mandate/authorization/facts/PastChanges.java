package org.mandate.authorization.facts;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/**
 * Where in the history something changed: the positions at which intervals begin and end. What is not named here did not
 * change in between, so a question about the past has to look at no other position.
 */
public interface PastChanges {

    /** Whether the subject was ever heard of. */
    boolean known(SubjectId subject);

    /** Where the subject itself changed: whether it counts, what it was given, what is known of it; each once, ascending. */
    LongStream ofSubject(SubjectId subject);

    /** Every assignment that the subject ever had, in the order in which they were given. */
    List<Assignment> everHeld(SubjectId subject);

    /** Where the role changed, or one that it inherits from; ascending. */
    LongStream ofRole(String role);

    /** The role as it was from each of these positions on; nothing where it stood no more. */
    List<Version<RoleFacts>> versions(String role);

    /** Where policies changed; ascending. */
    LongStream ofPolicies();

    /** Where policies changed that ever spoke of the type of resource; ascending. */
    LongStream ofPolicies(String resourceType);

    /** Where the policy changed; ascending. */
    LongStream ofPolicy(String id);

    /** Whatever any policy was between the positions, both included; in no order. */
    List<PolicyFacts> policies(long from, long to);

    /** Where constraints changed; ascending. */
    LongStream ofConstraints();

    /** Where the catalogue of permissions changed, each with the name that changed; ascending. */
    NavigableMap<Long, String> catalogue();

    /** Where what is known of the resource changed; ascending. */
    LongStream ofResource(String type, String id);

    /** The types of resources that something was ever known of. */
    Set<String> resourceTypes();

    /** Where what is known of any resource of the type changed, with its id; by id. */
    Map<String, long[]> ofResources(String type);

    /**
     * A fact from a position on.
     * @param value null where it ended there
     */
    record Version<T>(long from, @Nullable T value) {}
}
