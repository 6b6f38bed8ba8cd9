package org.mandate.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.identity.UserId;
import org.mandate.identity.user.RegisterUser;
import org.springframework.stereotype.Component;

/** Brings users in together with their roles: both in one transaction, or neither. */
@Component
class Enrolment {

    private static final List<String> ORDINARY = List.of("user");

    private final CommandGateway commands;

    Enrolment(CommandGateway commands) {
        this.commands = commands;
    }

    @CommandHandler
    UserId decide(SignUp command, MetaData origin) {
        var user = UserId.random();
        send(
                new RegisterUser(
                        user,
                        command.username(),
                        command.email(),
                        command.fullName(),
                        Optional.of(command.password()),
                        Map.of()),
                origin);
        assign(user, ORDINARY, origin);
        return user;
    }

    @CommandHandler
    UserId decide(EnrolUser command, MetaData origin) {
        var user = UserId.random();
        send(
                new RegisterUser(
                        user,
                        command.username(),
                        command.email(),
                        command.fullName(),
                        command.password(),
                        command.attributes()),
                origin);
        assign(user, command.roles().orElse(ORDINARY), origin);
        return user;
    }

    private void assign(UserId user, List<String> roles, MetaData origin) {
        roles.forEach(role -> send(new AssignRole(SubjectId.user(user.value()), role, Terms.UNLIMITED), origin));
    }

    private void send(Object command, MetaData origin) {
        commands.<@Nullable Object>sendAndWait(new GenericCommandMessage<>(command, origin));
    }
}
