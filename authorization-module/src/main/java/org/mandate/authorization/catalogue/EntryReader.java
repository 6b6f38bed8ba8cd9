package org.mandate.authorization.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.Terms;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.constraint.ConstraintRules;
import org.mandate.authorization.entity.EntityRules;
import org.mandate.authorization.policy.PolicyRules;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one object of a catalogue. A fault is noted and reading goes on with a blank in its place: one fault refuses the whole
 * document, so the blank is never used.
 */
final class EntryReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private static final String USER = "user";

    private final String path;
    private final JsonNode node;
    private final List<CatalogueFault> faults;

    EntryReader(String path, JsonNode node, List<CatalogueFault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    PermissionEntry permission() {
        requireMembers("name", "description");
        return new PermissionEntry(
                required("name", name -> Vocabulary.requirePermission("", name)),
                text("description", text -> Vocabulary.requireText("", text)));
    }

    RoleEntry role() {
        requireMembers("name", "description", "permissions", "inherits");
        return new RoleEntry(
                required("name", name -> Vocabulary.requireRole("", name)),
                text("description", text -> Vocabulary.requireText("", text)),
                texts("permissions", name -> Vocabulary.requireGrantable("", name)),
                texts("inherits", name -> Vocabulary.requireRole("", name)));
    }

    SubjectEntry subject() {
        requireMembers("type", "id", "username", "email", "attributes", "roles");
        String type = required("type", name -> Vocabulary.requireType("", name));
        var entry = new SubjectEntry(
                type,
                text("id", id -> Vocabulary.requireId("", id)),
                text("username", username -> {}),
                text("email", email -> {}),
                type.equals(USER) ? attributes() : kept(),
                list("roles", (at, each) -> new EntryReader(at, each, faults).grant()));
        if (type.equals(USER)) {
            if (entry.username().isEmpty()) {
                fault("username", "a subject of type `user` needs a username");
            }
        } else if (!type.isEmpty()) {
            requireForeign(entry);
        }
        return entry;
    }

    private void requireForeign(SubjectEntry entry) {
        if (entry.id().isEmpty()) {
            fault("id", "a subject of a type other than `user` needs an id");
        }
        if (entry.username().isPresent() || entry.email().isPresent()) {
            fault("username", "only a subject of type `user` has a username and an e-mail");
        }
        if (entry.attributes().isPresent()) {
            check(at("type"), () -> EntityRules.requireType("", entry.type()));
        }
    }

    EntityEntry entity() {
        requireMembers("type", "id", "attributes");
        if (node.isObject() && member("attributes") == null) {
            fault("attributes", "is missing");
        }
        return new EntityEntry(
                required("type", type -> EntityRules.requireType("", type)),
                required("id", id -> Vocabulary.requireId("", id)),
                kept().orElse(Map.of()));
    }

    PolicyEntry policy() {
        requireMembers("id", "description", "effect", "resourceType", "actions", "roles", "condition");
        return new PolicyEntry(
                required("id", id -> Vocabulary.requireName("", id)),
                text("description", text -> Vocabulary.requireText("", text)),
                required("effect", effect -> PolicyRules.requireEffect("", effect)),
                required("resourceType", type -> PolicyRules.requireResourceType("", type)),
                actions(),
                texts("roles", name -> Vocabulary.requireRole("", name)),
                text("condition", condition -> PolicyRules.requireCondition("", condition)));
    }

    private List<String> actions() {
        JsonNode value = member("actions");
        List<String> actions =
                value != null && value.isString() ? List.of(value.stringValue()) : texts("actions", action -> {});
        check(at("actions"), () -> PolicyRules.requireActions("", actions));
        return actions;
    }

    ConstraintEntry constraint() {
        requireMembers("id", "roles", "max");
        List<String> roles = texts("roles", name -> Vocabulary.requireRole("", name));
        check(at("roles"), () -> ConstraintRules.requireSeveral("", roles));
        int max = max();
        if (roles.size() > 1) {
            check(at("max"), () -> ConstraintRules.requireMax("", max, roles));
        }
        return new ConstraintEntry(text("id", id -> Vocabulary.requireName("", id)), roles, max);
    }

    private int max() {
        JsonNode value = member("max");
        if (value == null) {
            return 1;
        }
        if (!value.isInt()) {
            fault("max", "must be a whole number");
            return 1;
        }
        return value.intValue();
    }

    private Grant grant() {
        if (node.isString()) {
            String role = node.stringValue();
            check(path, () -> Vocabulary.requireRole("", role));
            return Grant.named(role);
        }
        requireMembers("role", "validFrom", "validUntil", "networks", "resource", "reason");
        String role = required("role", name -> Vocabulary.requireRole("", name));
        try {
            var terms = new Terms(
                    instant("validFrom"),
                    instant("validUntil"),
                    Terms.named(networks()),
                    object("resource", EntryReader::target),
                    text("reason", reason -> {}));
            TermsEvents.requireValid(terms);
            return new Grant(role, terms);
        } catch (AccessRuleViolated refused) {
            fault(refused.field(), message(refused));
            return new Grant(role, Terms.UNLIMITED);
        }
    }

    private Optional<List<String>> networks() {
        JsonNode value = member("networks");
        List<String> named = texts("networks", network -> {});
        return value != null && value.isArray() ? Optional.of(named) : Optional.empty();
    }

    private Terms.Target target() {
        requireMembers("type", "id");
        return new Terms.Target(
                required("type", type -> Vocabulary.requireType("", type)),
                required("id", id -> Vocabulary.requireId("", id)));
    }

    /** The attributes of an entity, as they are kept. */
    private Optional<Map<String, Object>> kept() {
        return attributes().map(sent -> {
            try {
                return EntityRules.attributes("", sent);
            } catch (AccessRuleViolated refused) {
                fault("attributes", message(refused));
                return Map.of();
            }
        });
    }

    private Optional<Map<String, Object>> attributes() {
        return object("attributes", each -> JSON.readerFor(ATTRIBUTES).readValue(each.node));
    }

    private Optional<Instant> instant(String member) {
        return text(member, each -> {}).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException notATime) {
                fault(member, "must be a time like `2026-01-31T12:00:00Z`");
                return Optional.empty();
            }
        });
    }

    private <T> Optional<T> object(String member, Function<EntryReader, T> read) {
        JsonNode value = member(member);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            fault(member, "must be an object");
            return Optional.empty();
        }
        return Optional.of(read.apply(new EntryReader(at(member), value, faults)));
    }

    private List<String> texts(String member, Consumer<String> rule) {
        return list(member, (at, each) -> {
            if (!each.isString()) {
                faults.add(new CatalogueFault(at, "must be text"));
                return "";
            }
            check(at, () -> rule.accept(each.stringValue()));
            return each.stringValue();
        });
    }

    private <T> List<T> list(String member, BiFunction<String, JsonNode, T> read) {
        JsonNode value = member(member);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(member, "must be a list");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(read.apply(at(member) + "[" + i + "]", value.get(i)));
        }
        return items;
    }

    private String required(String member, Consumer<String> rule) {
        if (node.isObject() && member(member) == null) {
            fault(member, "is missing");
        }
        return text(member, rule).orElse("");
    }

    private Optional<String> text(String member, Consumer<String> rule) {
        JsonNode value = member(member);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            fault(member, "must be text");
            return Optional.empty();
        }
        check(at(member), () -> rule.accept(value.stringValue()));
        return Optional.of(value.stringValue());
    }

    private @Nullable JsonNode member(String member) {
        JsonNode value = node.get(member);
        return value == null || value.isNull() ? null : value;
    }

    private void requireMembers(String... known) {
        if (!node.isObject()) {
            faults.add(new CatalogueFault(path, "must be an object"));
            return;
        }
        Set<String> names = Set.of(known);
        for (String member : node.propertyNames()) {
            if (!names.contains(member)) {
                fault(member, "unknown member");
            }
        }
    }

    private void check(String at, Runnable rule) {
        try {
            rule.run();
        } catch (AccessRuleViolated refused) {
            faults.add(new CatalogueFault(at, message(refused)));
        }
    }

    private void fault(String member, String message) {
        faults.add(new CatalogueFault(at(member), message));
    }

    private String at(String member) {
        return path + "." + member;
    }

    private static String message(AccessRuleViolated refused) {
        return String.valueOf(refused.getMessage());
    }
}
