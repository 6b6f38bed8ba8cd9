package org.mandate.http.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.administration.ChangeAccount;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.identity.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The body of {@code PATCH /admin/users/{id}}, a merge patch (RFC 7396). It is read as a tree, since only there an absent
 * member and one that is null are two things.
 */
final class AccountPatch {

    private static final Set<String> MEMBERS = Set.of("active", "email", "fullName", "attributes");

    private final JsonNode patch;
    private final List<FieldFault> faults = new ArrayList<>();

    private AccountPatch(JsonNode patch) {
        this.patch = patch;
    }

    static ChangeAccount command(UserId user, JsonNode patch, ObjectMapper mapper) {
        return new AccountPatch(patch).command(user, mapper);
    }

    private ChangeAccount command(UserId user, ObjectMapper mapper) {
        if (!patch.isObject()) {
            throw Problem.invalid("", "a merge patch is an object").found();
        }
        patch.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> faults.add(new FieldFault(name, "the member is not known here")));
        Optional<Boolean> active =
                member("active", JsonNode::isBoolean, "must be true or false").map(JsonNode::booleanValue);
        Optional<String> email =
                member("email", JsonNode::isString, "must be a text").map(JsonNode::stringValue);
        Optional<String> fullName = member(
                        "fullName", node -> node.isString() || node.isNull(), "must be a text or null")
                .map(node -> node.isNull() ? "" : node.stringValue());
        Optional<JsonNode> attributes =
                member("attributes", JsonNode::isObject, "must be an object; set a member to null to remove it");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).found();
        }
        return new ChangeAccount(user, active, email, fullName, attributes.map(node -> values(node, mapper)));
    }

    private Optional<JsonNode> member(String name, java.util.function.Predicate<JsonNode> fits, String expected) {
        Optional<JsonNode> member = Optional.ofNullable(patch.get(name));
        if (member.isPresent() && !fits.test(member.get())) {
            faults.add(new FieldFault(name, expected));
            return Optional.empty();
        }
        return member;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(JsonNode attributes, ObjectMapper mapper) {
        return mapper.treeToValue(attributes, Map.class);
    }
}
