package org.mandate.identity.user;

import static org.mandate.identity.user.UserRuleViolated.Rule.TOO_MANY_ATTEMPTS;
import static org.mandate.identity.user.UserRuleViolated.Rule.USER_EXISTS;
import static org.mandate.identity.user.UserRuleViolated.Rule.WRONG_PASSWORD;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.mandate.identity.UserId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What the history must not hold and a command changes all the same: claims, profile keys, credentials, sessions. */
@Component
class Accounts {

    private final Claims claims;
    private final ProfileVault vault;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Attempts attempts;
    private final SessionRevocation sessions;

    Accounts(
            Claims claims,
            ProfileVault vault,
            Credentials credentials,
            PasswordHashing hashing,
            Attempts attempts,
            SessionRevocation sessions) {
        this.claims = claims;
        this.vault = vault;
        this.credentials = credentials;
        this.hashing = hashing;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** Claim what the profile names and seal it. */
    String open(RegisterUser command) {
        var profile = new Profile(
                FieldRules.username(command.username()),
                FieldRules.email(command.email()),
                FieldRules.fullName(command.fullName()));
        command.password().ifPresent(password -> FieldRules.password("password", password, profile));
        claims.take(Claims.Kind.USERNAME, profile.username(), command.user());
        claims.take(Claims.Kind.EMAIL, profile.email(), command.user());
        var sealed = seal(command.user(), profile);
        command.password().ifPresent(password -> credentials.put(command.user(), hash(password)));
        return sealed;
    }

    Profile profile(UserId user, String sealedProfile) {
        return vault.open(user, sealedProfile)
                .orElseThrow(() -> new IllegalStateException("the profile of user `" + user + "` does not open"));
    }

    String change(UserId user, Profile before, Profile after) {
        claims.change(Claims.Kind.EMAIL, before.email(), after.email(), user);
        return vault.seal(user, after);
    }

    void changePassword(ChangePassword command, Profile profile) {
        var user = command.user();
        var account = Attempts.Key.account(profile.username());
        if (attempts.delay(account).isPresent()) {
            throw tooMany();
        }
        FieldRules.password("new", command.replacement(), profile);
        var right = credentials
                .lock(user)
                .filter(hash -> patiently(() -> FieldRules.couldBePassword(command.current())
                        && hashing.matchesInTransaction(command.current(), hash)))
                .isPresent();
        if (!right) {
            countOnceRolledBack(account);
            throw new UserRuleViolated(WRONG_PASSWORD, "current", "the current password is another");
        }
        credentials.put(user, hash(command.replacement()));
        attempts.succeeded(account);
        sessions.revokeOthers(user, command.session());
    }

    void setPassword(UserId user, String password, Profile profile) {
        var hash = hash(FieldRules.password("password", password, profile));
        credentials.put(user, hash);
        sessions.revokeAll(user);
    }

    /** End the sessions, and let no sign-in that is under way begin another. */
    void suspend(UserId user) {
        credentials.lock(user);
        sessions.revokeAll(user);
    }

    void erase(UserId user) {
        credentials.delete(user);
        sessions.revokeAll(user);
        claims.release(user);
        vault.destroy(user);
    }

    private String seal(UserId user, Profile profile) {
        try {
            return vault.create(user, profile);
        } catch (DuplicateKeyException e) {
            throw exists();
        }
    }

    static UserRuleViolated exists() {
        return new UserRuleViolated(USER_EXISTS, "id", "a user with this id exists or was erased, choose another");
    }

    private String hash(String password) {
        return patiently(() -> hashing.hash(password));
    }

    /** The failure must be counted although the command that made it is rolled back. */
    private void countOnceRolledBack(Attempts.Key account) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().onCleanup(unit -> attempts.failed(account));
        } else {
            attempts.failed(account);
        }
    }

    private static <T> T patiently(Supplier<T> hashing) {
        try {
            return hashing.get();
        } catch (PasswordHashing.Busy e) {
            throw tooMany();
        }
    }

    private static UserRuleViolated tooMany() {
        return new UserRuleViolated(TOO_MANY_ATTEMPTS, "", "too many attempts, try again in a minute");
    }
}
