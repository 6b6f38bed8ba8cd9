package org.mandate.authorization.journal;

import java.util.Map;
import java.util.Optional;

/** What a record tells of a person, or may tell: all that was said freely, and where it came from. */
record PersonalFields(
        Optional<String> username,
        Map<String, Object> subjectProperties,
        Map<String, Object> actionProperties,
        Map<String, Object> resourceProperties,
        Map<String, Object> context,
        Optional<String> decisionIp,
        Optional<String> ip,
        Optional<String> userAgent) {

    private static final int USERNAME = 1;
    private static final int SUBJECT_PROPERTIES = 1 << 1;
    private static final int ACTION_PROPERTIES = 1 << 2;
    private static final int RESOURCE_PROPERTIES = 1 << 3;
    private static final int CONTEXT = 1 << 4;
    private static final int DECISION_IP = 1 << 5;
    private static final int IP = 1 << 6;
    private static final int USER_AGENT = 1 << 7;

    static final PersonalFields NONE = new PersonalFields(
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What belongs to the subject: where it asked for itself, the origin of the question too. */
    static PersonalFields ofSubject(DecisionRecord record) {
        var provenance = record.provenance();
        var own = provenance.requester().equals(record.subject());
        return new PersonalFields(
                record.username(),
                record.subjectProperties(),
                record.action().properties(),
                record.resource().properties(),
                record.context(),
                record.decisionIp(),
                own ? provenance.ip() : Optional.empty(),
                own ? provenance.userAgent() : Optional.empty());
    }

    /** What belongs to a requester that is not the subject. */
    static PersonalFields ofRequester(DecisionRecord record) {
        var provenance = record.provenance();
        return provenance.requester().equals(record.subject())
                ? NONE
                : new PersonalFields(
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        provenance.ip(),
                        provenance.userAgent());
    }

    /** These, and what the others have beside them. */
    PersonalFields and(PersonalFields other) {
        return new PersonalFields(
                username.or(other::username),
                subjectProperties.isEmpty() ? other.subjectProperties : subjectProperties,
                actionProperties.isEmpty() ? other.actionProperties : actionProperties,
                resourceProperties.isEmpty() ? other.resourceProperties : resourceProperties,
                context.isEmpty() ? other.context : context,
                decisionIp.or(other::decisionIp),
                ip.or(other::ip),
                userAgent.or(other::userAgent));
    }

    boolean isEmpty() {
        return mask() == 0;
    }

    private int mask() {
        return bit(USERNAME, username.isPresent())
                | bit(SUBJECT_PROPERTIES, !subjectProperties.isEmpty())
                | bit(ACTION_PROPERTIES, !actionProperties.isEmpty())
                | bit(RESOURCE_PROPERTIES, !resourceProperties.isEmpty())
                | bit(CONTEXT, !context.isEmpty())
                | bit(DECISION_IP, decisionIp.isPresent())
                | bit(IP, ip.isPresent())
                | bit(USER_AGENT, userAgent.isPresent());
    }

    private static int bit(int bit, boolean set) {
        return set ? bit : 0;
    }

    byte[] bytes() {
        var out = new FieldWriter(64);
        out.octet(mask());
        username.ifPresent(out::text);
        writeIfAny(out, subjectProperties);
        writeIfAny(out, actionProperties);
        writeIfAny(out, resourceProperties);
        writeIfAny(out, context);
        decisionIp.ifPresent(out::text);
        ip.ifPresent(out::text);
        userAgent.ifPresent(out::text);
        return out.bytes();
    }

    private static void writeIfAny(FieldWriter out, Map<String, Object> map) {
        if (!map.isEmpty()) {
            out.map(map);
        }
    }

    static PersonalFields of(byte[] bytes) {
        var in = new FieldReader(bytes);
        var mask = in.octet();
        var fields = new PersonalFields(
                text(in, mask, USERNAME),
                map(in, mask, SUBJECT_PROPERTIES),
                map(in, mask, ACTION_PROPERTIES),
                map(in, mask, RESOURCE_PROPERTIES),
                map(in, mask, CONTEXT),
                text(in, mask, DECISION_IP),
                text(in, mask, IP),
                text(in, mask, USER_AGENT));
        in.end();
        return fields;
    }

    private static Optional<String> text(FieldReader in, int mask, int bit) {
        return (mask & bit) == 0 ? Optional.empty() : Optional.of(in.text());
    }

    private static Map<String, Object> map(FieldReader in, int mask, int bit) {
        return (mask & bit) == 0 ? Map.of() : in.map();
    }
}
