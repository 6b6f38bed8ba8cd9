package org.mandate.http.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.mandate.authorization.search.Found;
import org.mandate.authorization.search.Sought;

/** A page of what a search found. */
@JsonPropertyOrder({"page", "results"})
public record SearchBody(Page page, List<Item> results) {

    /**
     * What comes after it.
     * @param next empty where nothing does
     * @param count how many this page holds
     */
    @JsonPropertyOrder({"next_token", "count", "properties"})
    public record Page(@JsonProperty("next_token") String next, int count, Completeness properties) {}

    /** Whether all pages together hold everything that would be allowed. */
    public record Completeness(boolean complete) {}

    /** One of the results. */
    public sealed interface Item permits Entity, Named {}

    /** A subject or a resource. */
    @JsonPropertyOrder({"type", "id"})
    public record Entity(String type, String id) implements Item {}

    /** An action. */
    public record Named(String name) implements Item {}

    public static SearchBody of(Sought sought, Found found, String nextToken) {
        return new SearchBody(
                new Page(nextToken, found.names().size(), new Completeness(found.complete())),
                found.names().stream().map(item(sought)).toList());
    }

    private static Function<String, Item> item(Sought sought) {
        if (sought instanceof Sought.Subjects subjects) {
            return id -> new Entity(subjects.type(), id);
        }
        if (sought instanceof Sought.Resources resources) {
            return id -> new Entity(resources.type(), id);
        }
        return Named::new;
    }
}
