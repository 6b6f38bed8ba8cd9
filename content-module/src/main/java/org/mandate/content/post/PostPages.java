package org.mandate.content.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.content.PostId;
import org.mandate.content.post.PostRuleViolated.Rule;
import org.mandate.identity.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads posts, page by page along the key (created, id), so that a deep page costs what the first one costs. */
final class PostPages {

    private static final int LARGEST_PAGE = 1000;

    /** How far a page looks for posts that may be shown, before it leaves the rest to the next. */
    private static final int MOST_STEPS = 20;

    private static final int SMALLEST_STEP = 51;

    private final JdbcClient jdbc;

    PostPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PostView> one(PostId post) {
        return jdbc.sql("select * from content_post where id = :id")
                .param("id", post.value())
                .query(PostPages::view)
                .optional();
    }

    PostPage page(FindPosts query) {
        if (query.limit() < 1 || query.limit() > LARGEST_PAGE) {
            throw new PostRuleViolated(
                    Rule.INVALID, "limit", "must be 1 to " + LARGEST_PAGE + ", not `" + query.limit() + "`");
        }
        List<PostView> shown = new ArrayList<>();
        Optional<PostCursor> last = query.cursor().map(PostCursor::parse);
        int step = Math.max(query.limit() + 1, SMALLEST_STEP);
        for (int looked = 0; looked < MOST_STEPS; looked++) {
            List<PostView> found = after(last, query, step);
            found.stream()
                    .filter(post -> query.shown().readable().test(post.id()))
                    .forEach(shown::add);
            if (found.size() < step || shown.size() > query.limit()) {
                return pageOf(shown, query.limit());
            }
            last = Optional.of(PostCursor.of(found.get(step - 1)));
        }
        return new PostPage(List.copyOf(shown), last.map(PostCursor::text));
    }

    private List<PostView> after(Optional<PostCursor> last, FindPosts query, int rows) {
        var conditions = new ArrayList<String>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        query.author().ifPresent(author -> {
            conditions.add("author_id = :author");
            params.put("author", author.value());
        });
        query.published().ifPresent(published -> {
            conditions.add("published = :published");
            params.put("published", published);
        });
        query.shown().draftsOf().ifPresent(owner -> {
            conditions.add("(published or author_id = :owner)");
            params.put("owner", owner.value());
        });
        last.ifPresent(cursor -> {
            conditions.add("(created_at, id) < (:lastCreated, :lastId)");
            params.put("lastCreated", cursor.createdAt().atOffset(ZoneOffset.UTC));
            params.put("lastId", cursor.id());
        });
        return jdbc.sql("""
                select * from content_post where %s
                order by created_at desc, id desc limit :rows
                """.formatted(String.join(" and ", conditions)))
                .params(params)
                .param("rows", rows)
                .query(PostPages::view)
                .list();
    }

    private static PostPage pageOf(List<PostView> found, int limit) {
        if (found.size() <= limit) {
            return new PostPage(found, Optional.empty());
        }
        var items = List.copyOf(found.subList(0, limit));
        return new PostPage(
                items, Optional.of(PostCursor.of(items.get(limit - 1)).text()));
    }

    private static PostView view(ResultSet row, int number) throws SQLException {
        return new PostView(
                new PostId(row.getString("id")),
                row.getString("title"),
                row.getString("content"),
                new UserId(row.getString("author_id")),
                row.getBoolean("published"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
