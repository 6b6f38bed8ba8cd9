package org.mandate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names of users as the directory has them. A name never changes. Whoever the facts do not know is looked up each time: they
 * are erased, and have none, or are just being registered.
 */
@Component
class KnownUsernames implements Usernames {

    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ObjectProvider<SystemGateway> gateway;
    private final LiveFacts facts;
    private final Cache<String, Optional<String>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** The gateway is had late: it needs the decision point, which needs this. */
    KnownUsernames(ObjectProvider<SystemGateway> gateway, LiveFacts facts) {
        this.gateway = gateway;
        this.facts = facts;
    }

    @Override
    public Optional<String> of(String userId) {
        if (facts.now().standing(SubjectId.user(userId)) == Standing.UNKNOWN) {
            known.invalidate(userId);
            return find(userId);
        }
        Optional<String> name = known.getIfPresent(userId);
        if (name == null) {
            name = find(userId);
            if (name.isPresent()) {
                known.put(userId, name);
            }
        }
        return name;
    }

    private Optional<String> find(String userId) {
        return gateway.getObject()
                .ask(new FindUser(new UserId(userId)), ResponseTypes.optionalInstanceOf(UserView.class))
                .map(UserView::username);
    }
}
