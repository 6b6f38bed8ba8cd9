package org.mandate.console.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.console.simulate.Line.Words;
import org.mandate.oversight.Names;
import tools.jackson.databind.JsonNode;

/** Changes of what subjects hold and of what is known of them as sentences. */
record ToldOfSubjects(Names names) {

    List<Line> of(Entry entry) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode grant : entry.node().path("roles")) {
            lines.add(grant(entry, grant));
        }
        lines.addAll(attributes(entry));
        if (lines.isEmpty() && entry.removes()) {
            lines.add(who(words().say(user(entry) ? "Delete the user " : "Forget "), entry)
                    .line());
        }
        return lines;
    }

    List<Line> entity(Entry entry) {
        if (entry.removes() && entry.attributes().isEmpty()) {
            return List.of(who(words().say("Forget all attributes of "), entry).line());
        }
        return attributes(entry);
    }

    private Line grant(Entry entry, JsonNode grant) {
        boolean named = grant.isString();
        String role = named ? grant.stringValue() : grant.path("role").asString("");
        String terms = named ? "" : terms(grant);
        if (entry.removes()) {
            String grantOf = terms.isEmpty() ? "Take the unlimited grant of the role " : "Take the role ";
            Words words =
                    words().say(named ? "Take the role " : grantOf).role(role).say(terms + " from ");
            return who(words, entry).line();
        }
        return who(words().say("Give "), entry)
                .say(" the role ")
                .role(role)
                .say(terms)
                .line();
    }

    private static String terms(JsonNode grant) {
        List<String> terms = new ArrayList<>();
        text(grant, "validFrom").ifPresent(at -> terms.add("from " + at));
        text(grant, "validUntil").ifPresent(at -> terms.add("until " + at));
        List<String> networks = grant.path("networks")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
        if (!networks.isEmpty()) {
            terms.add("in " + String.join(" or ", networks));
        }
        JsonNode resource = grant.path("resource");
        text(resource, "type")
                .ifPresent(type ->
                        terms.add("only for " + type + " " + resource.path("id").asString("")));
        return terms.isEmpty() ? "" : " (" + String.join(", ", terms) + ")";
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.of(node.path(member).asString("")).filter(text -> !text.isEmpty());
    }

    private List<Line> attributes(Entry entry) {
        if (entry.puts() && entry.node().has("attributes")) {
            return List.of(who(words().say("Let the attributes of "), entry)
                    .say(" be exactly ")
                    .code(entry.node().path("attributes").toString())
                    .line());
        }
        List<Line> lines = new ArrayList<>();
        entry.attributes().forEach((name, value) -> {
            Words words = words().say(entry.removes() ? "Take the attribute " : "Set the attribute ")
                    .code(name);
            lines.add(
                    entry.removes()
                            ? who(words.say(" from "), entry).line()
                            : who(words.say(" of "), entry)
                                    .say(" to ")
                                    .code(value.isString() ? value.stringValue() : value.toString())
                                    .line());
        });
        return lines;
    }

    private static Words who(Words words, Entry entry) {
        return entry.optional("id")
                .map(id -> words.subject(entry.text("type"), id))
                .orElseGet(() -> words.code(entry.name()));
    }

    private static boolean user(Entry entry) {
        return entry.text("type").equals(SubjectId.USER);
    }

    private Words words() {
        return new Words(names);
    }
}
