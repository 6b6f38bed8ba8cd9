package org.mandate.authorization.decision;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the text form of a requirement. A name that is made of more than letters, digits and {@code ._:*-} stands in quotes, so
 * that whatever a request names, its text says one thing only.
 */
final class RequirementText {

    static final String WITHOUT_END = "always";

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    RequirementText(String text) {
        this.text = text;
    }

    /** A name as it stands in the text form. */
    static String name(String name) {
        if (isPlain(name)) {
            return name;
        }
        StringBuilder quoted = new StringBuilder(name.length() + 2).append('"');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    static String names(List<String> names) {
        if (names.size() == 1) {
            return name(names.get(0));
        }
        return String.join(",", names.stream().map(RequirementText::name).toList());
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == ':'
                || c == '*'
                || c == '-';
    }

    Requirement whole() {
        Requirement requirement = requirement();
        if (at != text.length()) {
            throw unreadable();
        }
        return requirement;
    }

    private Requirement requirement() {
        if (++depth > DEEPEST) {
            throw unreadable();
        }
        String kind = plain();
        Requirement requirement = switch (kind) {
            case "authenticated" -> new Requirement.Authenticated();
            case "owner" -> new Requirement.Owner();
            case "scope" -> new Requirement.Scope(oneName());
            case "mayGrant" -> new Requirement.MayGrant(oneName());
            case "mayLift" -> new Requirement.MayLift(oneName());
            case "mayReduce" -> reducing();
            case "mayRelax" -> new Requirement.MayRelax(oneName());
            case "may" -> new Requirement.May(oneName());
            case "anyRole" -> new Requirement.AnyRole(list(this::name));
            case "anyPermission" -> new Requirement.AnyPermission(list(this::name));
            case "allPermissions" -> new Requirement.AllPermissions(list(this::name));
            case "lasting" -> lasting();
            case "allOf" -> new Requirement.AllOf(list(this::requirement));
            case "anyOf" -> new Requirement.AnyOf(list(this::requirement));
            default -> throw unreadable();
        };
        depth--;
        return requirement;
    }

    private Requirement reducing() {
        expect('(');
        String role = name();
        List<String> inherits = listAfter("to");
        expect(')');
        return new Requirement.MayReduce(role, inherits);
    }

    private List<String> listAfter(String word) {
        expect(',');
        if (!plain().equals(word)) {
            throw unreadable();
        }
        return list(this::name);
    }

    private Requirement lasting() {
        expect('(');
        String until = upToComma();
        List<String> networks = listAfter("from");
        expect(',');
        Requirement part = requirement();
        expect(')');
        return new Requirement.Lasting(
                until.equals(WITHOUT_END) ? Optional.empty() : Optional.of(instant(until)), networks, part);
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw unreadable();
        }
    }

    private String oneName() {
        List<String> names = list(this::name);
        if (names.size() != 1) {
            throw unreadable();
        }
        return names.get(0);
    }

    private <T> List<T> list(Supplier<T> element) {
        expect('(');
        List<T> elements = new ArrayList<>(2);
        if (!next(')')) {
            elements.add(element.get());
            while (next(',')) {
                elements.add(element.get());
            }
            expect(')');
        }
        return List.copyOf(elements);
    }

    private String name() {
        return next('"') ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw unreadable();
        }
        return text.substring(from, at);
    }

    /** An instant behind the year 9999 has a sign. */
    private String upToComma() {
        int from = at;
        at = Math.max(text.indexOf(',', from), from);
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        while (!next('"')) {
            next('\\');
            if (at == text.length()) {
                throw unreadable();
            }
            name.append(text.charAt(at++));
        }
        return name.toString();
    }

    private boolean next(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char expected) {
        if (!next(expected)) {
            throw unreadable();
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("`" + text + "` is not the text of a requirement, see place " + at);
    }
}
