package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance.Channel;

/**
 * Decisions as an installation with a million users and some gateways makes them: a few users ask much and most little, a
 * few values are in nearly every record and others in one of ten thousand.
 */
final class TypicalDecisions {

    static final int PEOPLE = 1_000_000;

    private static final int RESOURCES = 2_000_000;
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final List<String> ACTIONS =
            List.of("read", "read", "read", "read", "read", "list", "update", "create", "publish", "delete");
    private static final List<String> TYPES = List.of("posts", "posts", "posts", "documents", "invoices", "users");

    private final Random random;

    TypicalDecisions(Random random) {
        this.random = random;
    }

    /** The id of a user; the lower the number, the more they ask. */
    static String person(int number) {
        return new UUID(0x0190_0000_0000_7000L | ((long) number << 20), 0x8000_0000_0000_0000L | number).toString();
    }

    DecisionRecord next(String id, Instant at, long sequence) {
        var subject = SubjectId.user(person((int) (PEOPLE * random.nextDouble() * random.nextDouble())));
        var gateway = random.nextInt(10) < 4;
        var allowed = random.nextInt(20) != 0;
        var ip = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        var rare = random.nextInt(10_000) == 0;
        return new DecisionRecord(
                id,
                at,
                1000 + sequence / 1000,
                sequence,
                new Provenance(
                        gateway ? new SubjectId("service", "gateway-" + random.nextInt(4)) : subject,
                        Optional.of(ip),
                        Optional.of(gateway ? "gateway/2.1" : AGENT),
                        Long.toHexString(random.nextLong()),
                        channel(gateway, rare)),
                subject,
                Optional.of("user" + random.nextInt(PEOPLE)),
                Map.of(),
                Action.of(rare ? "purge" : ACTIONS.get(random.nextInt(ACTIONS.size()))),
                Resource.of(TYPES.get(random.nextInt(TYPES.size())), Integer.toString(random.nextInt(RESOURCES))),
                Map.of(),
                "scope posts:read and may read",
                allowed,
                List.of(reason(allowed)),
                Optional.of(List.of("posts:read", "posts:write", "users:read")),
                Optional.of(ip),
                "strict",
                Decider.VERSION,
                List.of());
    }

    private static Channel channel(boolean gateway, boolean rare) {
        if (rare) {
            return Channel.CONSOLE;
        }
        return gateway ? Channel.ACCESS_API : Channel.HTTP;
    }

    private Reason reason(boolean allowed) {
        if (allowed) {
            return random.nextInt(4) == 0
                    ? new Reason(Reason.Kind.OWNER, "owner", "the subject is the owner of the resource")
                    : new Reason(Reason.Kind.ROLE, "user", "role `user` gives permission `posts:read`");
        }
        return switch (random.nextInt(100)) {
            case 0 -> new Reason(Reason.Kind.INACTIVE, "user", "the subject is not active");
            case 1, 2, 3 -> new Reason(Reason.Kind.SCOPE, "posts:delete", "the token lacks scope `posts:delete`");
            case 4, 5, 6, 7 -> new Reason(Reason.Kind.POLICY, "office-hours", "policy `office-hours` denies this");
            default -> new Reason(Reason.Kind.DEFAULT, "default", "nothing allows this");
        };
    }
}
