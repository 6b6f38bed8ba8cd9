package org.mandate.authorization;

import java.util.Collection;
import java.util.regex.Pattern;
import org.mandate.authorization.AccessRuleViolated.Rule;

/** What names and texts of the access model look like. Each check refuses with {@link Rule#INVALID} and the field's name. */
public final class Vocabulary {

    private static final String PART = "[A-Za-z0-9._-]{1,100}";
    private static final Pattern NAME = Pattern.compile(PART);
    /** Nothing that is called so could be reached again: addresses are rid of these before they are read. */
    private static final Pattern STEP = Pattern.compile("\\.{1,2}");

    private static final Pattern PERMISSION = Pattern.compile(PART + ":" + PART);
    private static final Pattern PERMISSION_OR_WILDCARD = Pattern.compile("(\\*|" + PART + "):(\\*|" + PART + ")");
    private static final int TEXT_LENGTH = 500;
    private static final int ID_LENGTH = 200;

    private Vocabulary() {}

    /** A permission of the catalogue: {@code resource:action}. */
    public static void requirePermission(String field, String name) {
        if (!PERMISSION.matcher(name).matches()) {
            throw invalid(
                    field,
                    "`" + shown(name) + "` must be `resource:action`, each part 1 to 100 letters, digits or `._-`");
        }
    }

    /** A permission that a role may hold: one of the catalogue, or with {@code *} for a whole part. */
    public static void requireGrantable(String field, String name) {
        if (!PERMISSION_OR_WILDCARD.matcher(name).matches()) {
            throw invalid(
                    field,
                    "`" + shown(name)
                            + "` must be `resource:action`, each part 1 to 100 letters, digits or `._-`, or `*` for the whole part");
        }
    }

    /** Every one of them may be held by a role. */
    public static void requireGrantable(String field, Collection<String> names) {
        names.forEach(name -> requireGrantable(field, name));
    }

    /** Whether a permission covers many, and so need not stand in the catalogue. */
    public static boolean isWildcard(String permission) {
        return permission.startsWith("*:") || permission.endsWith(":*");
    }

    /** The name of a role. */
    public static void requireRole(String field, String name) {
        requireName(field, name);
    }

    /** The name of a role or an action, or the id that a policy or a constraint is known by. */
    public static void requireName(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw invalid(field, "`" + shown(name) + "` must be 1 to 100 letters, digits or `._-`");
        }
        if (STEP.matcher(name).matches()) {
            throw invalid(field, "`" + name + "` is a step in an address and can be no name");
        }
    }

    /** Every one of them is the name of a role. */
    public static void requireRoles(String field, Collection<String> names) {
        names.forEach(name -> requireRole(field, name));
    }

    /** The type of a subject or of a resource. */
    public static void requireType(String field, String type) {
        if (type.length() > 40 || !NAME.matcher(type).matches()) {
            throw invalid(field, "`" + shown(type) + "` must be 1 to 40 letters, digits or `._-`");
        }
    }

    /** The id of a subject or of a resource. */
    public static void requireId(String field, String id) {
        if (id.isBlank() || id.length() > ID_LENGTH || hasControl(id)) {
            throw invalid(field, "must have 1 to " + ID_LENGTH + " characters, none of them a control character");
        }
    }

    /** A subject, by the rules of its type and id. */
    public static void requireSubject(SubjectId subject) {
        requireType("subject.type", subject.type());
        requireId("subject.id", subject.id());
    }

    /** A description or a reason. */
    public static void requireText(String field, String text) {
        if (text.length() > TEXT_LENGTH || hasControl(text)) {
            throw invalid(field, "must have at most " + TEXT_LENGTH + " characters, none of them a control character");
        }
    }

    /** The refusal of a value. */
    public static AccessRuleViolated invalid(String field, String message) {
        return new AccessRuleViolated(Rule.INVALID, field, message);
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static String shown(String text) {
        String clean = text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() < text.length() ? clean + "..." : clean;
    }
}
