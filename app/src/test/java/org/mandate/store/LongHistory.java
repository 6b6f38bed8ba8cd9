package org.mandate.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.content.event.PostCreated;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.event.UserRegistered;
import org.springframework.context.ApplicationContext;

/**
 * Writes a history of any length, in batches, as the store would: users with assignments that come and go, and their posts.
 * Of ten events two register a user, five assign a role, two revoke one and one creates a post.
 */
public final class LongHistory {

    private static final int BATCH = 5_000;
    private static final int ROLES = 1_000;
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SEALED = "c2VhbGVk".repeat(20);

    private final DataSource dataSource;
    private final NamedEventSerializer serializer;
    private final Random random = new Random(20_261_127);
    private final List<EventMessage<?>> batch = new ArrayList<>();
    private String user = "";
    private long made;

    private LongHistory(ApplicationContext app) {
        this.dataSource = app.getBean(DataSource.class);
        this.serializer = app.getBean(NamedEventSerializer.class);
    }

    /** Append as many events behind what the database of a started application holds. */
    public static void write(ApplicationContext app, long events) {
        LongHistory history = new LongHistory(app);
        for (int role = 0; role < ROLES; role++) {
            String name = "long-role-" + role;
            history.add("Role", "role:" + name, 0, new RoleDefined(name, "", List.of("posts:read"), List.of()));
        }
        for (long i = 0; i < events - ROLES; i++) {
            history.next((int) (i % 10));
        }
        history.flush();
    }

    private void next(int kind) {
        switch (kind) {
            case 0, 5 -> {
                user = new UUID(random.nextLong(), random.nextLong()).toString();
                add("User", "user:" + user, 0, new UserRegistered(user, SEALED, Map.of()));
            }
            case 4 -> {
                String post = new UUID(random.nextLong(), random.nextLong()).toString();
                add("Post", "post:" + post, 0, new PostCreated(post, user, "A title", "Some text of a post.", true));
            }
            case 3, 9 -> revoke(kind == 3 ? 2 : 3);
            default -> assign(kind % 5 - 1);
        }
    }

    private void assign(int sequence) {
        add(
                "Assignments",
                "assignments:user:" + user,
                sequence,
                new RoleAssigned(
                        assignment(sequence),
                        "user",
                        user,
                        "long-role-" + random.nextInt(ROLES),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        "system"));
    }

    private void revoke(int sequence) {
        add(
                "Assignments",
                "assignments:user:" + user,
                sequence,
                new RoleRevoked(assignment(0), "user", user, "long-role-0", null, "system"));
    }

    private String assignment(int number) {
        return UUID.nameUUIDFromBytes((user + number).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    private void add(String type, String stream, long sequence, Object event) {
        Map<String, ?> origin = Map.of(MessageOrigin.ACTOR, "system");
        batch.add(new GenericDomainEventMessage<>(
                type,
                stream,
                sequence,
                GenericEventMessage.asEventMessage(event).andMetaData(origin),
                BEGAN.plusMillis(made++)));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HistoryAppend append = new HistoryAppend(connection, serializer);
            append.append(append.lock(), batch);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        batch.clear();
    }
}
