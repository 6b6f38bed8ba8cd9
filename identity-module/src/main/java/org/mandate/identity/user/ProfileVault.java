package org.mandate.identity.user;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.SealingKey;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens profiles, each under the key of its user alone. A destroyed key leaves a row without one, so that the
 * id is known as erased for ever.
 */
@Component
class ProfileVault {

    private static final int CHUNK = 1000;

    private record Sealed(String username, String email, String fullName) {}

    private record NewKey(UserId user, SealingKey key) {}

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final SealingKey installation;
    private final JsonMapper json;

    ProfileVault(JdbcClient jdbc, JdbcOperations batches, InstallationKey installation, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.installation = installation.sealing();
        this.json = json;
    }

    /** Seal the first profile of a user, under a new key. */
    String create(UserId user, Profile profile) {
        var key = SealingKey.random();
        jdbc.sql("insert into identity_profile_key (user_id, wrapped_key) values (?, ?)")
                .params(user.value(), wrap(user, key))
                .update();
        return seal(user, profile, key);
    }

    /** Seal the first profiles of many users, in the order of the map. */
    List<String> createAll(Map<UserId, Profile> profiles) {
        var keys = new ArrayList<NewKey>(profiles.size());
        var sealed = new ArrayList<String>(profiles.size());
        var fresh = new HashMap<String, Profile>();
        profiles.forEach((user, profile) -> {
            var key = SealingKey.random();
            keys.add(new NewKey(user, key));
            sealed.add(seal(user, profile, key));
            fresh.put(sealed.get(sealed.size() - 1), profile);
        });
        keep(fresh);
        batches.batchUpdate(
                "insert into identity_profile_key (user_id, wrapped_key) values (?, ?)",
                keys,
                CHUNK,
                (statement, key) -> {
                    statement.setString(1, key.user().value());
                    statement.setBytes(2, wrap(key.user(), key.key()));
                });
        return sealed;
    }

    /** What is sealed in bulk is opened at once by the directory, in the same transaction: it need not be unsealed for that. */
    private void keep(Map<String, Profile> fresh) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int outcome) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ProfileVault.this);
                }
            });
        }
        TransactionSynchronizationManager.bindResource(this, fresh);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Profile> kept() {
        var kept = (Map<String, Profile>) TransactionSynchronizationManager.getResource(this);
        return kept == null ? Map.of() : kept;
    }

    /** Seal a changed profile. */
    String seal(UserId user, Profile profile) {
        var key = key(user).orElseThrow(() -> new IllegalStateException("user `" + user + "` has no profile key"));
        return seal(user, profile, key);
    }

    /** The profile, or nothing once its key is destroyed. */
    Optional<Profile> open(UserId user, String sealedProfile) {
        return key(user).map(key -> open(user, sealedProfile, key));
    }

    /** Those of these sealed profiles, by user, whose keys are not destroyed. */
    Map<UserId, Profile> openAll(Map<UserId, String> sealedProfiles) {
        var profiles = new HashMap<UserId, Profile>();
        var kept = kept();
        var closed = new ArrayList<UserId>();
        sealedProfiles.forEach((user, closedProfile) -> {
            var profile = kept.get(closedProfile);
            if (profile == null) {
                closed.add(user);
            } else {
                profiles.put(user, profile);
            }
        });
        for (var chunk : Chunks.of(closed, CHUNK)) {
            jdbc.sql("""
                            select user_id, wrapped_key from identity_profile_key
                            where user_id in (:ids) and wrapped_key is not null
                            """)
                    .param("ids", chunk.stream().map(UserId::value).toList())
                    .query(row -> {
                        var user = new UserId(row.getString(1));
                        var key = unwrap(user, row.getBytes(2));
                        profiles.put(user, open(user, sealedProfiles.getOrDefault(user, ""), key));
                    });
        }
        return profiles;
    }

    private Profile open(UserId user, String sealedProfile, SealingKey key) {
        var plain = key.open(Base64.getDecoder().decode(sealedProfile), user.value());
        var sealed = json.readValue(plain, Sealed.class);
        var fullName = Optional.of(sealed.fullName()).filter(name -> !name.isEmpty());
        return new Profile(sealed.username(), sealed.email(), fullName);
    }

    void destroy(UserId user) {
        jdbc.sql("update identity_profile_key set wrapped_key = null where user_id = ?")
                .param(user.value())
                .update();
    }

    /** Which of these users have a profile, or had one before they were erased. */
    Set<UserId> known(Collection<UserId> users) {
        var known = new HashSet<UserId>();
        for (var chunk : Chunks.of(users, CHUNK)) {
            jdbc.sql("select user_id from identity_profile_key where user_id in (:ids)")
                    .param("ids", chunk.stream().map(UserId::value).toList())
                    .query(row -> {
                        known.add(new UserId(row.getString(1)));
                    });
        }
        return known;
    }

    /** True while the profiles of the user can be opened. */
    boolean holds(UserId user) {
        return key(user).isPresent();
    }

    private Optional<SealingKey> key(UserId user) {
        return jdbc.sql("select wrapped_key from identity_profile_key where user_id = ? and wrapped_key is not null")
                .param(user.value())
                .query((row, n) -> unwrap(user, row.getBytes(1)))
                .optional();
    }

    private SealingKey unwrap(UserId user, byte[] wrapped) {
        return SealingKey.of(installation.open(wrapped, context(user)));
    }

    private byte[] wrap(UserId user, SealingKey key) {
        return installation.seal(key.key().getEncoded(), context(user));
    }

    private String seal(UserId user, Profile profile, SealingKey key) {
        var sealed = new Sealed(
                profile.username(), profile.email(), profile.fullName().orElse(""));
        return Base64.getEncoder().encodeToString(key.seal(json.writeValueAsBytes(sealed), user.value()));
    }

    private static String context(UserId user) {
        return "profile-key:" + user.value();
    }
}
