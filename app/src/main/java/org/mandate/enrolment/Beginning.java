package org.mandate.enrolment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.identity.UserId;
import org.mandate.identity.user.RegisterUser;
import org.mandate.store.HistoryTail;
import org.springframework.stereotype.Component;

/** Begins an empty history. The head is locked first, so of several nodes that start at once only one does. */
@Component
class Beginning {

    /** The same in every installation, so that the export of one can be imported into another. */
    private static final UserId FIRST_ADMINISTRATOR =
            new UserId(UUID.nameUUIDFromBytes("mandate:first-administrator".getBytes(StandardCharsets.UTF_8))
                    .toString());

    private final HistoryTail history;
    private final CatalogueImport catalogues;
    private final CommandGateway commands;

    Beginning(HistoryTail history, CatalogueImport catalogues, CommandGateway commands) {
        this.history = history;
        this.catalogues = catalogues;
        this.commands = commands;
    }

    @CommandHandler
    boolean decide(BeginHistory command, CommandMessage<?> message) {
        if (history.lock() > 0) {
            return false;
        }
        catalogues.decide(new ImportCatalogue(command.seeds(), false), message);
        send(
                new RegisterUser(
                        FIRST_ADMINISTRATOR,
                        command.username(),
                        command.email(),
                        Optional.empty(),
                        Optional.of(command.password()),
                        Map.of()),
                message);
        send(new AssignRole(SubjectId.user(FIRST_ADMINISTRATOR.value()), "admin", Terms.UNLIMITED), message);
        return true;
    }

    private void send(Object command, CommandMessage<?> cause) {
        commands.<@Nullable Object>sendAndWait(new GenericCommandMessage<>(command, cause.getMetaData()));
    }
}
