package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Network;
import org.mandate.authorization.Terms;

/**
 * What an assignment's terms come to when somebody asks.
 * @param networks of the terms, parsed
 */
public record Limits(Terms terms, List<Network> networks) {

    static final Limits NONE = of(Terms.UNLIMITED);

    static Limits of(Terms terms) {
        return new Limits(terms, terms.networks().stream().map(Limits::network).toList());
    }

    /** True where the validity in time covers the instant: from inclusive, until exclusive. */
    public boolean validAt(Instant instant) {
        return !terms.validFrom().filter(instant::isBefore).isPresent()
                && !terms.validUntil().filter(until -> !instant.isBefore(until)).isPresent();
    }

    /** True where the address is within the networks, or where there are none. */
    public boolean coversAddress(Optional<String> ip) {
        return networks.isEmpty()
                || (ip.isPresent() && networks.stream().anyMatch(network -> network.contains(ip.get())));
    }

    /** True where it is valid for at least as long as something that ends then, or never. */
    public boolean lastsUntil(Optional<Instant> end) {
        return terms.validUntil()
                .map(until -> end.isPresent() && !end.get().isAfter(until))
                .orElse(true);
    }

    /** True where it holds from wherever something does that is limited to these networks; none means everywhere. */
    public boolean coversNetworks(List<String> others) {
        return networks.isEmpty() || (!others.isEmpty() && others.stream().allMatch(this::coversNetwork));
    }

    private boolean coversNetwork(String other) {
        Network block = network(other);
        return networks.stream().anyMatch(one -> one.contains(block));
    }

    /** True where there is no limit to a resource, or one to this. */
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

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new IllegalStateException("`" + text + "` is stored but is not a network"));
    }
}
