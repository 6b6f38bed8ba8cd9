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
        query.draftsOf().ifPresent(owner -> {
            conditions.add("(published or author_id = :owner)");
            params.put("owner", owner.value());
        });
        query.cursor().map(PostCursor::parse).ifPresent(cursor -> {
            conditions.add("(created_at, id) < (:lastCreated, :lastId)");
            params.put("lastCreated", cursor.createdAt().atOffset(ZoneOffset.UTC));
            params.put("lastId", cursor.id());
        });
        var found = jdbc.sql("""
                select * from content_post where %s
                order by created_at desc, id desc limit :rows
                """.formatted(String.join(" and ", conditions)))
                .params(params)
                .param("rows", query.limit() + 1)
                .query(PostPages::view)
                .list();
        return pageOf(found, query.limit());
    }

    private static PostPage pageOf(List<PostView> found, int limit) {
        if (found.size() <= limit) {
            return new PostPage(found, Optional.empty());
        }
        var items = List.copyOf(found.subList(0, limit));
        return new PostPage(items, Optional.of(PostCursor.after(items.get(limit - 1))));
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
