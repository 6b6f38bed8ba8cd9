package org.mandate.identity.user;

import java.util.Map;
import java.util.Optional;
import org.mandate.identity.UserId;

/** Users for tests. */
public final class Users {

    public static final UserId ANNA = new UserId("anna-id");
    public static final UserId BEN = new UserId("ben-id");
    public static final String PASSWORD = "correct horse battery";

    private Users() {}

    public static RegisterUser registerAnna() {
        return register(ANNA, "Anna");
    }

    public static RegisterUser register(UserId user, String username) {
        return new RegisterUser(
                user,
                username,
                username + "@example.org",
                Optional.of(username + " Example"),
                Optional.of(PASSWORD),
                Map.of());
    }

    /** Spares the time of a hash. */
    static RegisterUser registerWithoutPassword(UserId user, String username) {
        return new RegisterUser(
                user,
                username,
                username + "@example.org",
                Optional.of(username + " Example"),
                Optional.empty(),
                Map.of());
    }
}
