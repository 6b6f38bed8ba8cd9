package org.mandate.identity.user;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.MutableClock;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The collaborators of the aggregate over one database, with the revoked sessions recorded. */
final class IdentityParts {

    private static final PasswordHashing HASHING = new PasswordHashing();

    final MutableClock clock = new MutableClock();
    final List<String> revoked = new ArrayList<>();
    final JdbcClient jdbc;
    final Claims claims;
    final ProfileVault vault;
    final Credentials credentials;
    final AttributeRules attributes;
    final Attempts attempts;
    final Accounts accounts;
    final JdbcTransactionManager transactions;

    IdentityParts(DataSource source) {
        var json = JsonMapper.builder().build();
        var template = new JdbcTemplate(source);
        transactions = new JdbcTransactionManager(source);
        jdbc = JdbcClient.create(template);
        claims = new Claims(jdbc, template);
        vault = new ProfileVault(jdbc, template, InstallationKey.of(new byte[32]), json);
        credentials = new Credentials(jdbc);
        attributes = new AttributeRules(json);
        attempts = new Attempts(jdbc, transactions, clock);
        accounts = new Accounts(claims, vault, credentials, HASHING, attempts, new RecordedRevocation());
    }

    PasswordHashing hashing() {
        return HASHING;
    }

    AggregateTestFixture<User> fixture() {
        var fixture = new AggregateTestFixture<>(User.class);
        fixture.registerInjectableResource(accounts);
        fixture.registerInjectableResource(attributes);
        return fixture;
    }

    private final class RecordedRevocation implements SessionRevocation {

        @Override
        public void revokeAll(UserId user) {
            revoked.add(user.value());
        }

        @Override
        public void revokeOthers(UserId user, String kept) {
            revoked.add(user.value() + " but " + kept);
        }
    }
}
