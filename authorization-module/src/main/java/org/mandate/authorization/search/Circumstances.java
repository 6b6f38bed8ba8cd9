package org.mandate.authorization.search;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;

/**
 * Under what circumstances something would be done.
 * @param context what the asker says of them
 * @param ip the address that the asker says it would be done from
 * @param asker who asks; of them alone it is known where they are
 * @param askersIp the address that the asker asks from
 */
public record Circumstances(
        Map<String, Object> context, Optional<String> ip, SubjectId asker, Optional<String> askersIp) {

    public Circumstances {
        context = Map.copyOf(context);
    }

    AccessRequest question(SubjectId subject, Map<String, Object> subjectProperties, Action action, Resource resource) {
        return new AccessRequest(
                subject,
                subjectProperties,
                action,
                resource,
                context,
                Requirement.may(action.name()),
                Optional.empty(),
                subject.equals(asker) ? askersIp : ip);
    }
}
