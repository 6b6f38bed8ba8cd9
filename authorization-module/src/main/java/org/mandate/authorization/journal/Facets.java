package org.mandate.authorization.journal;

import java.util.List;
import java.util.Locale;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.Provenance.Channel;

/**
 * Outcome, channel and kinds of reason of a record in one small number. Each of the three has few values, so they share
 * one index: a filter on any of them names the numbers that it matches.
 */
final class Facets {

    /** Bits are stored: the order of kinds and channels here never changes, new ones go to the end. */
    private static final List<Reason.Kind> KINDS = List.of(
            Reason.Kind.ROLE,
            Reason.Kind.POLICY,
            Reason.Kind.OWNER,
            Reason.Kind.SCOPE,
            Reason.Kind.INACTIVE,
            Reason.Kind.DEFAULT);

    private static final List<Channel> CHANNELS = List.of(Channel.HTTP, Channel.ACCESS_API, Channel.CONSOLE);
    private static final int ALLOWED = 1;
    private static final int CHANNEL_SHIFT = 1;
    private static final int CHANNEL_MASK = 0b111 << CHANNEL_SHIFT;
    private static final int KIND_SHIFT = 4;

    private Facets() {}

    static int of(boolean allowed, Channel channel, List<Reason> reasons) {
        var facets = (allowed ? ALLOWED : 0) | channelBits(channel);
        for (var reason : reasons) {
            facets |= kindBit(reason.kind());
        }
        return facets;
    }

    /** Whether a record with these facets passes the filters that concern them. */
    static boolean match(int facets, FindDecisions query) {
        if (query.allowed().isPresent() && query.allowed().get() != ((facets & ALLOWED) != 0)) {
            return false;
        }
        if (query.channel().isPresent() && channelBits(channel(query.channel().get())) != (facets & CHANNEL_MASK)) {
            return false;
        }
        return query.reason().isEmpty() || (facets & kindBit(kind(query.reason().get()))) != 0;
    }

    static boolean concern(FindDecisions query) {
        return query.allowed().isPresent()
                || query.channel().isPresent()
                || query.reason().isPresent();
    }

    static Channel channel(String label) {
        return CHANNELS.stream()
                .filter(channel -> channel.label().equals(label))
                .findFirst()
                .orElseThrow(() -> unknown("channel", label));
    }

    static Reason.Kind kind(String label) {
        return KINDS.stream()
                .filter(kind -> kind.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown("reason", label));
    }

    static void check(FindDecisions query) {
        query.channel().ifPresent(Facets::channel);
        query.reason().ifPresent(Facets::kind);
    }

    private static AccessRuleViolated unknown(String field, String label) {
        var allowed = field.equals("reason")
                ? KINDS.stream().map(Reason.Kind::label).toList()
                : CHANNELS.stream().map(Channel::label).toList();
        return new AccessRuleViolated(Rule.INVALID, field, "must be one of " + String.join(", ", allowed));
    }

    private static int channelBits(Channel channel) {
        return CHANNELS.indexOf(channel) << CHANNEL_SHIFT;
    }

    private static int kindBit(Reason.Kind kind) {
        return 1 << (KIND_SHIFT + KINDS.indexOf(kind));
    }
}
