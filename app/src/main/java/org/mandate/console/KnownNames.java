package org.mandate.console;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.oversight.FindNames;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;

/** Finds the usernames that a page shows in place of ids, all of a page at once. */
@Component
public class KnownNames {

    private static final int MOST = 1000;

    private final Gateway gateway;

    KnownNames(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The names of these users as this caller may know them; nobody's where there is nobody to name or they may know none. */
    public Names of(Collection<String> ids, Caller caller) {
        Set<UserId> users = ids.stream()
                .flatMap(id -> user(id).stream())
                .distinct()
                .limit(MOST)
                .collect(Collectors.toSet());
        FindNames query = new FindNames(users);
        return users.isEmpty() || !gateway.wouldAdmit(query, caller)
                ? Names.NONE
                : gateway.ask(query, ResponseTypes.instanceOf(Names.class), caller);
    }

    /** Records as rows, with names. */
    public List<RecordRow> rows(List<DecisionRecord> records, Caller caller) {
        Names names =
                of(records.stream().flatMap(made -> mentioned(made).stream()).toList(), caller);
        return records.stream().map(made -> RecordRow.of(made, names)).toList();
    }

    /** The ids in a record that may be those of users. */
    public static List<String> mentioned(DecisionRecord made) {
        return Stream.concat(
                        Stream.of(made.subject(), made.provenance().requester())
                                .filter(subject -> subject.type().equals(SubjectId.USER))
                                .map(SubjectId::id),
                        Stream.of(made.resource())
                                .filter(resource -> resource.type().equals("users"))
                                .map(resource -> resource.id()))
                .toList();
    }

    private static Optional<UserId> user(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
