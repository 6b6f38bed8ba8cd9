package org.mandate.authorization.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.Provenance.Channel;

/**
 * What records are narrowed to. Every filter that is given must match.
 * @param subject id of the subject
 * @param requester id of the requester
 * @param channel the label of a channel, or of all others where {@code !} stands before it
 * @param reason the label of a kind that any reason of the record has
 * @param from inclusive
 * @param to exclusive
 */
public record DecisionFilters(
        Optional<String> subject,
        Optional<String> action,
        Optional<String> resourceType,
        Optional<String> resource,
        Optional<Boolean> allowed,
        Optional<String> requester,
        Optional<String> channel,
        Optional<String> reason,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final String OTHER_THAN = "!";

    /** Everything, gaps as well. */
    public static final DecisionFilters NONE = new DecisionFilters(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** All refusals of this time. */
    static DecisionFilters refused(Instant from, Instant to) {
        return new DecisionFilters(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .within(from, to);
    }

    /** All decisions about this subject. */
    public static DecisionFilters ofSubject(String subject) {
        return new DecisionFilters(
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Refuses what no record can have because it is no value of the field at all, or no time. */
    void check() {
        faults().forEach((field, message) -> {
            throw new AccessRuleViolated(Rule.INVALID, field, message);
        });
    }

    /** What is wrong with the filters, each by its name. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        channel.ifPresent(label -> known("channel", label.replaceFirst("^!", ""), Labels.CHANNELS, faults));
        reason.ifPresent(label -> known("reason", label, Labels.KINDS, faults));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            faults.put("to", "must be after `from`");
        }
        return faults;
    }

    private static void known(String field, String label, List<String> labels, Map<String, String> faults) {
        if (!labels.contains(label)) {
            faults.put(field, "must be one of " + String.join(", ", labels));
        }
    }

    /** A gap has no field that could match, so it passes where nothing but time is asked for. */
    public boolean match(JournalEntry entry) {
        return inTime(entry.at()) && (entry instanceof DecisionRecord record ? match(record) : onlyTime());
    }

    private boolean inTime(Instant at) {
        return from.map(instant -> !at.isBefore(instant)).orElse(true)
                && to.map(instant -> at.isBefore(instant)).orElse(true);
    }

    /** Whether they are narrowed to a time, or to nothing. */
    public boolean onlyTime() {
        return channel.isEmpty() && Terms.of(this).length == 0;
    }

    /** The same in another time. */
    public DecisionFilters within(Instant start, Instant end) {
        return new DecisionFilters(
                subject,
                action,
                resourceType,
                resource,
                allowed,
                requester,
                channel,
                reason,
                Optional.of(start),
                Optional.of(end));
    }

    private boolean match(DecisionRecord record) {
        return is(subject, record.subject().id())
                && is(action, record.action().name())
                && is(resourceType, record.resource().type())
                && is(resource, record.resource().id())
                && is(requester, record.provenance().requester().id())
                && channel.map(wanted -> through(record, wanted)).orElse(true)
                && allowed.map(wanted -> wanted == record.allowed()).orElse(true)
                && reason.map(kind -> has(record, kind)).orElse(true);
    }

    private static boolean is(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    private static boolean through(DecisionRecord record, String wanted) {
        String label = record.provenance().channel().label();
        return wanted.startsWith(OTHER_THAN) ? !wanted.equals(OTHER_THAN + label) : wanted.equals(label);
    }

    /** The channel that an index can look for. */
    Optional<String> indexedChannel() {
        return channel.filter(label -> !label.startsWith(OTHER_THAN));
    }

    private static boolean has(DecisionRecord record, String kind) {
        return record.reasons().stream().anyMatch(one -> one.kind().label().equals(kind));
    }

    /** The labels that records carry. */
    private static final class Labels {
        static final List<String> CHANNELS =
                Arrays.stream(Channel.values()).map(Channel::label).toList();
        static final List<String> KINDS =
                Arrays.stream(Reason.Kind.values()).map(Reason.Kind::label).toList();
    }
}
