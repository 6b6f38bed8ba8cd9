package org.mandate.authorization.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The keys of persons, under which their fields in the journal are sealed. A registered user has one of their own, made with
 * their first record and destroyed when they are erased; all others share one, so that invented ids leave nothing behind.
 */
final class SubjectKeys {

    /** The owner of the key that all share who are no registered users. */
    static final String NOBODY = "nobody";

    private static final int KEY_BYTES = 32;
    private static final int MOST_KNOWN = 100_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private static final String FIND =
            "select subject_id, wrapped_key from journal_subject_key where subject_id in (:owners)";
    private static final String INSERT = "insert into journal_subject_key (subject_id, wrapped_key) values (?, ?)";

    private static final String DESTROY = "update journal_subject_key set wrapped_key = null where subject_id = ?";

    private final SealingKey installation;
    private final Predicate<SubjectId> registered;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, byte[]> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    SubjectKeys(SealingKey installation, Predicate<SubjectId> registered) {
        this.installation = installation;
        this.registered = registered;
    }

    /** The personal fields of the record, by whom they belong to. */
    List<PersonalPart> partsOf(DecisionRecord record) {
        var parts = new ArrayList<PersonalPart>(2);
        add(parts, PersonalFields.ofSubject(record), record.subject(), false);
        add(parts, PersonalFields.ofRequester(record), record.provenance().requester(), true);
        return parts;
    }

    private void add(List<PersonalPart> parts, PersonalFields fields, SubjectId person, boolean ofRequester) {
        if (!fields.isEmpty()) {
            var own = registered.test(person);
            var header = SealedPart.header(ofRequester, !own);
            parts.add(new PersonalPart(own ? person.id() : NOBODY, header, fields.bytes()));
        }
    }

    /** Without a look into the database; null where that would be needed. */
    byte @Nullable [] known(String owner) {
        return known.getIfPresent(owner);
    }

    /**
     * Keys for records of one transaction.
     * @param keys by their owners
     * @param lasting those that the database has, once the transaction is committed
     */
    record Provided(Map<String, byte[]> keys, Map<String, byte[]> lasting) {

        static final Provided NONE = new Provided(Map.of(), Map.of());
    }

    /** The keys of these, in the transaction that needs them; made where there are none yet. */
    Provided provide(JdbcTemplate transaction, Collection<String> owners) {
        var keys = find(transaction, owners);
        var made = new ArrayList<Object[]>();
        for (var owner : owners) {
            keys.computeIfAbsent(owner, missing -> {
                var key = random();
                made.add(new Object[] {missing, installation.seal(key, context(missing))});
                return Optional.of(key);
            });
        }
        if (!made.isEmpty()) {
            transaction.batchUpdate(INSERT, made);
        }
        var lasting = new HashMap<String, byte[]>();
        keys.forEach((owner, key) -> key.ifPresent(found -> lasting.put(owner, found)));
        var provided = new HashMap<>(lasting);
        // A key that nobody keeps: what still comes for somebody who was just erased can be opened by no one.
        keys.keySet().forEach(owner -> provided.computeIfAbsent(owner, erased -> random()));
        return new Provided(provided, lasting);
    }

    /** After the transaction that provided them was committed. */
    void remember(Provided provided) {
        known.putAll(provided.lasting());
    }

    /** What opens the sealed parts of some records: empty for a part whose key is destroyed. */
    interface Openings {

        Optional<byte[]> of(DecisionRecord record, SealedPart part);
    }

    /** The keys that these records need are looked up together: what is not known, in one question to the database. */
    Openings openings(JdbcTemplate jdbc, Collection<JournalEntry> entries) {
        var keys = new HashMap<String, Optional<byte[]>>();
        for (var entry : entries) {
            if (entry instanceof DecisionRecord record) {
                record.sealed()
                        .forEach(part -> keys.computeIfAbsent(
                                owner(record, part), owner -> Optional.ofNullable(trusted(record, part, owner))));
            }
        }
        var missing = keys.entrySet().stream()
                .filter(key -> key.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            find(jdbc, missing).forEach((owner, key) -> {
                keys.put(owner, key);
                key.filter(any -> isToBeKept(owner)).ifPresent(found -> known.put(owner, found));
            });
        }
        return (record, part) -> keys.getOrDefault(owner(record, part), Optional.empty())
                .map(key -> PersonalSeal.openingOf(key, record.id(), part.header()));
    }

    private static SubjectId person(DecisionRecord record, SealedPart part) {
        return part.ofRequester() ? record.provenance().requester() : record.subject();
    }

    private static String owner(DecisionRecord record, SealedPart part) {
        return part.sharedKey() ? NOBODY : person(record, part).id();
    }

    /** Who was erased on another node is no registered user here either, whatever this node still knows. */
    private byte @Nullable [] trusted(DecisionRecord record, SealedPart part, String owner) {
        return part.sharedKey() || registered.test(person(record, part)) ? known(owner) : null;
    }

    private boolean isToBeKept(String owner) {
        return owner.equals(NOBODY) || registered.test(SubjectId.user(owner));
    }

    /**
     * In the transaction that erases the user. A row without a key stays behind, so that no key is ever made for them again.
     */
    void destroy(JdbcOperations transaction, String user) {
        if (transaction.update(DESTROY, user) == 0) {
            transaction.execute((ConnectionCallback<Boolean>) connection -> leaveMark(connection, user));
        }
    }

    /** Another transaction may make the key at the same moment; then it is there to be destroyed. */
    private static boolean leaveMark(Connection connection, String user) throws SQLException {
        var before = connection.setSavepoint();
        try (var insert = connection.prepareStatement(INSERT);
                var destroy = connection.prepareStatement(DESTROY)) {
            insert.setString(1, user);
            insert.setBytes(2, null);
            try {
                return insert.executeUpdate() == 1;
            } catch (SQLException made) {
                if (!String.valueOf(made.getSQLState()).startsWith("23")) {
                    throw made;
                }
                connection.rollback(before);
                destroy.setString(1, user);
                return destroy.executeUpdate() == 1;
            }
        }
    }

    /** After the transaction that destroyed it was committed. */
    void forget(String user) {
        known.invalidate(user);
    }

    private Map<String, Optional<byte[]>> find(JdbcTemplate jdbc, Collection<String> owners) {
        var found = new HashMap<String, Optional<byte[]>>();
        new NamedParameterJdbcTemplate(jdbc).query(FIND, Map.of("owners", owners), row -> {
            var owner = row.getString(1);
            var wrapped = Optional.ofNullable(row.getBytes(2));
            found.put(owner, wrapped.map(bytes -> installation.open(bytes, context(owner))));
        });
        return found;
    }

    private byte[] random() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static String context(String owner) {
        return "journal-key:" + owner;
    }
}
