package org.mandate.authorization.facts;

import java.util.Collection;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.EntityDescribed;

/** The access model as it is at the head of the history, with all that an export tells. */
public interface AccessState extends AccessModel {

    /** Every entity that was described, ordered; users and posts are none. */
    Collection<EntityDescribed> entities();

    /** Every subject that has an assignment, ordered. */
    Collection<SubjectId> holders();
}
