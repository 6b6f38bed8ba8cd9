package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;

/** The facts as they stood at one position: all that a decision is taken on besides the request and the instant. */
public interface Facts {

    long position();

    Standing standing(SubjectId subject);

    /** The assignments that stood, in the order in which they were given; their terms are for the asker to judge. */
    List<Assignment> assignments(SubjectId subject);

    Optional<RoleFacts> role(String name);

    /** Every role that stood, in no order. */
    Collection<RoleFacts> roles();

    /** Description of a permission of the catalogue. */
    Optional<String> permission(String name);

    /** The catalogue's permissions, in no order. */
    Set<String> permissions();

    /** What is known of a resource; empty where nothing is. */
    Optional<Map<String, Object>> attributes(String resourceType, String resourceId);

    /** The subjects to whom the role was assigned directly, in no order. */
    List<SubjectId> subjectsAssigned(String role);
}
