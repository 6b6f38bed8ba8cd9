package org.mandate.authorization.facts;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;

/**
 * What this node's facts say of a resource now. A post has the attributes {@code authorId} and {@code published}; a resource
 * that is unknown or gone has none.
 */
public interface ResourceFacts {

    /** The attributes of the resource; empty where the facts know no such resource. */
    Optional<Map<String, Object>> attributes(String type, String id);

    /** Whether the subject counts: a user who is registered, or anything that needs no registration. */
    boolean knows(SubjectId subject);

    /**
     * Whether a single resource of the type may be open to the subject where others are not: by a policy that allows the action,
     * or by an assignment that is limited to it.
     */
    boolean maySingleOut(SubjectId subject, String type, String action);
}
