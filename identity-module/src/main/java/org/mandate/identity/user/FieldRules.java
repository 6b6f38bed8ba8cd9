package org.mandate.identity.user;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserRuleViolated.Rule;

/** What a username, an e-mail address, a full name and a password may look like. */
final class FieldRules {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{3,50}");
    private static final Pattern STEP = Pattern.compile("(?!\\.{1,2}$)[^/\\\\;%]+");
    private static final int MAX_FULL_NAME = 100;
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 128;

    private FieldRules() {}

    /** The id of a new user has to stand as a step in an address; what was let in before stays as it is. */
    static UserId newId(UserId user) {
        if (!STEP.matcher(user.value()).matches()) {
            throw invalid(
                    "id",
                    "an id that can stand in an address is expected: without `/`, `\\`, `;` and `%`, and not `.` or `..`");
        }
        return user;
    }

    static String username(String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw invalid("username", "3 to 50 letters, digits or `._-` are expected");
        }
        return username;
    }

    static String email(String email) {
        var at = email.indexOf('@');
        var plausible = at > 0
                && at == email.lastIndexOf('@')
                && at < email.length() - 1
                && email.length() <= Profile.MAX_EMAIL
                && email.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || unfit(c));
        if (!plausible || Folding.fold(email).length() > Claims.MAX_KEY) {
            throw invalid("email", "an address such as `name@example.org` of at most 254 characters is expected");
        }
        return email;
    }

    static Optional<String> fullName(Optional<String> fullName) {
        var stripped = fullName.map(String::strip).filter(name -> !name.isEmpty());
        if (stripped.filter(name ->
                        name.length() > MAX_FULL_NAME || name.codePoints().anyMatch(FieldRules::unfit))
                .isPresent()) {
            throw invalid("fullName", "at most 100 characters without control characters are expected");
        }
        return stripped;
    }

    static String password(String field, String password, Profile profile) {
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw invalid(field, "8 to 128 characters are expected, 15 or more are recommended");
        }
        if (password.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL || isHalf(c))) {
            throw invalid(field, "a password without control characters is expected");
        }
        var folded = Folding.fold(password);
        if (folded.equals(Folding.fold(profile.username())) || folded.equals(Folding.fold(profile.email()))) {
            throw invalid(field, "the username or the e-mail address is no password");
        }
        return password;
    }

    /** A password that no account can have is not worth a hash. */
    static boolean couldBePassword(String password) {
        return password.length() <= MAX_PASSWORD && password.codePoints().noneMatch(FieldRules::isHalf);
    }

    /** Half of a surrogate pair is no character: no encoding can tell it from another half. */
    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    static UserRuleViolated invalid(String field, String message) {
        return new UserRuleViolated(Rule.INVALID, field, message);
    }

    private static boolean unfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
