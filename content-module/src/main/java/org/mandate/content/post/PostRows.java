package org.mandate.content.post;

import java.time.OffsetDateTime;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostUpdated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A table of posts: the one that is read, or one that is built beside it. */
final class PostRows {

    static final String TABLE = "content_post";
    static final String BESIDE = "content_post_beside";

    private final JdbcClient jdbc;
    private final String table;

    PostRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    void insert(PostCreated post, OffsetDateTime at, long version) {
        delete(post.postId());
        sql("""
                insert into %s
                    (id, author_id, title, content, published, created_at, updated_at, version)
                values (:id, :author, :title, :content, :published, :at, :at, :version)
                """)
                .param("id", post.postId())
                .param("author", post.authorId())
                .param("title", post.title())
                .param("content", post.content())
                .param("published", post.published())
                .param("at", at)
                .param("version", version)
                .update();
    }

    int change(PostUpdated post, OffsetDateTime at, long version) {
        return sql("""
                update %s
                set title = :title, content = :content, updated_at = :at, version = :version
                where id = :id
                """)
                .param("title", post.title())
                .param("content", post.content())
                .param("at", at)
                .param("version", version)
                .param("id", post.postId())
                .update();
    }

    int show(String post, boolean published, OffsetDateTime at, long version) {
        return sql("""
                update %s
                set published = :published, updated_at = :at, version = :version
                where id = :id
                """)
                .param("published", published)
                .param("at", at)
                .param("version", version)
                .param("id", post)
                .update();
    }

    void delete(String post) {
        sql("delete from %s where id = :id").param("id", post).update();
    }

    void deleteAll() {
        sql("delete from %s").update();
    }

    private StatementSpec sql(String text) {
        return jdbc.sql(text.formatted(table));
    }
}
