package org.mandate.identity.user;

import java.time.Duration;
import org.mandate.identity.UserId;

/** Finds out whether somebody is who they say they are. Guesses are slowed down, per account and per source. */
public interface PasswordCheck {

    /** What a check came to. */
    sealed interface Outcome {

        /** The password is right. */
        record Proven(UserId user, Proof proof) implements Outcome {}

        /** It is not, or there is no such user, or none who can sign in: deliberately no more than that. */
        record Refused() implements Outcome {}

        /** Too many failures; nothing was looked at. */
        record Throttled(Duration delay) implements Outcome {}
    }

    /** That a password was right; opaque, and worth something only while {@link #stands} says so. */
    interface Proof {}

    /**
     * Takes about as long for an unknown user as for a known one. Holds no transaction while it computes.
     * @param source the address that the attempt came from
     */
    Outcome check(String username, String password, String source);

    /** True while the password is still that one and the user is active; held so until the transaction ends. */
    boolean stands(Proof proof);

    /** Forget failures that no longer slow anybody down. */
    void forgetOldFailures();
}
