package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Network;
import org.mandate.authorization.Terms;

/**
 * A role given to a subject: an interval of positions, and beside it the terms that the grant itself carries.
 * @param from the position that gave it
 * @param to the position that ended it, {@link Long#MAX_VALUE} while it stands
 * @param networks of the terms, parsed
 */
public record Assignment(
        String id,
        String role,
        long from,
        long to,
        Terms terms,
        List<Network> networks,
        String grantedBy,
        Instant grantedAt) {

    /** True where it stood at the position, whatever its terms say. */
    public boolean stoodAt(long position) {
        return from <= position && position < to;
    }

    /** True where its validity in time covers the instant: from inclusive, until exclusive. */
    public boolean validAt(Instant instant) {
        return !terms.validFrom().filter(instant::isBefore).isPresent()
                && !terms.validUntil().filter(until -> !instant.isBefore(until)).isPresent();
    }

    /** True where the address is within its networks, or where it has none. */
    public boolean coversAddress(Optional<String> ip) {
        return networks.isEmpty()
                || (ip.isPresent() && networks.stream().anyMatch(network -> network.contains(ip.get())));
    }

    /** True where it is not limited to a resource, or limited to this one. */
    public boolean coversResource(String type, String resourceId) {
        return terms.resource()
                .map(target -> target.type().equals(type) && target.id().equals(resourceId))
                .orElse(true);
    }

    /** True where nothing limits it in time, place or resource. */
    public boolean unlimited() {
        return terms.validFrom().isEmpty()
                && terms.validUntil().isEmpty()
                && terms.resource().isEmpty()
                && networks.isEmpty();
    }

    Assignment endedAt(long position) {
        return new Assignment(id, role, from, position, terms, networks, grantedBy, grantedAt);
    }
}
