package org.mandate.console.simulate;

import java.util.ArrayList;
import java.util.List;
import org.mandate.console.simulate.Line.Words;
import org.mandate.oversight.Names;

/** Changes of roles, permissions, policies and constraints as sentences. */
record ToldOfModel(Names names) {

    private static final String ANY = "*";

    List<Line> role(Entry entry) {
        if (entry.puts()) {
            return List.of(whole(entry));
        }
        List<Line> lines = new ArrayList<>();
        List<String> permissions = entry.list("permissions");
        List<String> inherits = entry.list("inherits");
        if (!permissions.isEmpty()) {
            lines.add(words().say((entry.removes() ? "Take the permission" : "Add the permission") + plural(permissions)
                            + " ")
                    .codes(permissions)
                    .say(entry.removes() ? " from the role " : " to the role ")
                    .role(entry.name())
                    .line());
        }
        if (!inherits.isEmpty()) {
            lines.add(words().say("Let the role ")
                    .role(entry.name())
                    .say(entry.removes() ? " no longer inherit from " : " inherit from ")
                    .roles(inherits)
                    .line());
        }
        if (lines.isEmpty() && entry.removes()) {
            lines.add(words().say("Delete the role ").role(entry.name()).line());
        }
        return lines;
    }

    /** An import makes a role exactly what it says, so that must be said too. */
    private Line whole(Entry entry) {
        Words words = words().say("Let the role ").role(entry.name()).say(" give exactly ");
        List<String> permissions = entry.list("permissions");
        if (permissions.isEmpty()) {
            words.say("no permission of its own");
        } else {
            words.codes(permissions);
        }
        List<String> inherits = entry.list("inherits");
        return inherits.isEmpty()
                ? words.say(", and inherit from no other").line()
                : words.say(", and inherit from ").roles(inherits).line();
    }

    List<Line> permission(Entry entry) {
        String does = entry.removes() ? "Delete the permission " : "Have the permission ";
        return List.of(words().say(does).code(entry.name()).line());
    }

    List<Line> policy(Entry entry) {
        if (entry.removes()) {
            return List.of(
                    words().say("Delete the policy ").policy(entry.name()).line());
        }
        List<String> actions = entry.list("actions");
        Words words = words().say("Have the policy ")
                .policy(entry.name())
                .say(entry.text("effect").equals("deny") ? " deny " : " allow ");
        if (actions.equals(List.of(ANY))) {
            words.say("every action");
        } else {
            words.codes(actions);
        }
        if (entry.text("resourceType").equals(ANY)) {
            words.say(" on every resource");
        } else {
            words.say(" on ").code(entry.text("resourceType"));
        }
        List<String> roles = entry.list("roles");
        if (!roles.isEmpty()) {
            words.say(" for holders of ").roles(roles);
        }
        entry.optional("condition").ifPresent(condition -> words.say(" where ").code(condition));
        return List.of(words.line());
    }

    List<Line> constraint(Entry entry) {
        if (entry.removes()) {
            return List.of(words().say("End the separation of duty ")
                    .code(entry.name())
                    .line());
        }
        int max = entry.node().path("max").asInt(1);
        return List.of(words().say("Let nobody hold more than " + (max == 1 ? "one" : max) + " of the roles ")
                .roles(entry.list("roles"))
                .line());
    }

    private static String plural(List<String> several) {
        return several.size() == 1 ? "" : "s";
    }

    private Words words() {
        return new Words(names);
    }
}
