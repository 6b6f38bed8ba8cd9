package org.mandate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUserId;
import org.springframework.stereotype.Component;

/**
 * Whom a foreign application means: users may be named by id or by username, records always speak of the id. Whom it names
 * is resolved before anything is decided, and nothing of it is answered.
 */
@Component
public class NamedSubjects {

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 100_000;

    private final LiveFacts facts;
    private final SystemGateway gateway;

    /** A name is one user's until that user is erased, so what was found once holds for as long as the user is known. */
    private final Cache<String, SubjectId> found =
            Caffeine.newBuilder().maximumSize(MOST).build();

    NamedSubjects(LiveFacts facts, SystemGateway gateway) {
        this.facts = facts;
        this.gateway = gateway;
    }

    /** The subject under its id; as it was named where nobody is known by that name. */
    public SubjectId resolve(SubjectId named) {
        if (!named.type().equals(SubjectId.USER) || !canBeUsername(named.id())) {
            return named;
        }
        // Most callers know the id, and then the facts in memory are enough.
        Facts now = facts.now();
        if (now.standing(named) != Standing.UNKNOWN) {
            return named;
        }
        SubjectId known = found.getIfPresent(named.id());
        return known != null && now.standing(known) != Standing.UNKNOWN ? known : find(named);
    }

    private SubjectId find(SubjectId named) {
        Optional<SubjectId> user = gateway.ask(
                        new FindUserId(named.id()), ResponseTypes.optionalInstanceOf(UserId.class))
                .map(id -> SubjectId.user(id.value()));
        user.ifPresentOrElse(subject -> found.put(named.id(), subject), () -> found.invalidate(named.id()));
        return user.orElse(named);
    }

    private static boolean canBeUsername(String id) {
        return !id.isBlank() && id.length() <= LONGEST_NAME && id.chars().noneMatch(Character::isISOControl);
    }
}
