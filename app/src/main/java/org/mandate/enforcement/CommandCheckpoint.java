package org.mandate.enforcement;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/** The checkpoint of the command bus. */
final class CommandCheckpoint extends Checkpoint<CommandMessage<?>> {

    CommandCheckpoint(EnforcementPoint point) {
        super(point);
    }

    @Override
    CommandMessage<?> reissue(CommandMessage<?> message, Object payload, MetaData metaData) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(message.getIdentifier(), payload, metaData), message.getCommandName());
    }
}
