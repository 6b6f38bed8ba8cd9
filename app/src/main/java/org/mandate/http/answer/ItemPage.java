package org.mandate.http.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.http.problem.Problem;

/**
 * A page of a list, in a stated stable order. {@code next} continues it and is null on the last page.
 */
public record ItemPage<T>(List<T> items, Optional<String> next) {

    private static final int LARGEST = 1000;

    public ItemPage {
        items = List.copyOf(items);
    }

    /** The page of views, each in the form in which it is answered. */
    public static <V, T> ItemPage<T> of(List<V> views, Optional<String> next, Function<V, T> form) {
        return new ItemPage<>(views.stream().map(form).toList(), next);
    }

    /** A page of a whole list that is ordered by this key. */
    public static <T> ItemPage<T> cut(List<T> all, Function<T, String> key, int limit, Optional<String> cursor) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "must be 1 to " + LARGEST + ", not `" + limit + "`")
                    .found();
        }
        Optional<String> after = cursor.map(ItemPage::decoded);
        List<T> rest = all.stream()
                .filter(item ->
                        after.map(last -> key.apply(item).compareTo(last) > 0).orElse(true))
                .limit(limit + 1L)
                .toList();
        return rest.size() <= limit
                ? new ItemPage<>(rest, Optional.empty())
                : new ItemPage<>(rest.subList(0, limit), Optional.of(encoded(key.apply(rest.get(limit - 1)))));
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.invalid("cursor", "the `next` of a page is expected").found();
        }
    }
}
