package org.mandate.authorization.decision;

import java.util.List;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.identity.event.UserDeactivated;

/** The one table of what is allowed and why. Whatever decides - now, as of then, again, in a simulation - is held to it. */
public final class AccessCases {

    /** User, action, type and id of the resource, the answer, and what kind of reason it has. */
    public static final String TABLE = """
                    ann,  read,    posts, public,  allow, owner
                    ann,  read,    posts, draft,   allow, owner
                    ann,  update,  posts, draft,   allow, owner
                    ann,  delete,  posts, public,  allow, owner
                    ann,  publish, posts, draft,   allow, owner
                    ann,  create,  posts, '',      allow, role
                    ann,  delete,  posts, other,   deny,  default
                    ann,  read,    posts, other,   allow, role
                    ed,   read,    posts, public,  allow, role
                    ed,   read,    posts, draft,   allow, role
                    ed,   update,  posts, public,  allow, role
                    ed,   delete,  posts, public,  deny,  default
                    ed,   publish, posts, draft,   allow, role
                    mo,   read,    posts, draft,   allow, role
                    mo,   update,  posts, public,  deny,  default
                    mo,   delete,  posts, public,  allow, role
                    rita, read,    posts, public,  allow, role
                    rita, read,    posts, draft,   deny,  default
                    rita, read,    audit, log,     allow, role
                    rita, update,  posts, public,  deny,  default
                    max,  read,    posts, draft,   allow, role
                    max,  whatever, posts, public, allow, role
                    max,  read,    audit, log,     deny,  default
                    root, anything, at-all, x,     allow, role
                    gone, read,    posts, public,  deny,  inactive
                    none, read,    posts, public,  deny,  default
                    zoe,  read,    posts, public,  deny,  default
            """;

    private AccessCases() {}

    /** The history in which the table holds. */
    public static Chronicle world() {
        return new Chronicle()
                .permissions(
                        "posts:read", "posts:create", "posts:update", "posts:delete", "posts:publish", "audit:read")
                .role("user", List.of("posts:read", "posts:create"))
                .role("editor", List.of("posts:update", "posts:publish"), "user")
                .role("moderator", List.of("posts:read", "posts:delete"))
                .role("reader-of-all", List.of("*:read"))
                .role("master-of-posts", List.of("posts:*"))
                .role("admin", List.of())
                .user("ann")
                .user("ed")
                .user("mo")
                .user("rita")
                .user("max")
                .user("root")
                .user("gone")
                .user("none")
                .assign("a-ann", "ann", "user")
                .assign("a-ed", "ed", "editor")
                .assign("a-mo", "mo", "moderator")
                .assign("a-rita", "rita", "reader-of-all")
                .assign("a-max", "max", "master-of-posts")
                .assign("a-root", "root", "admin")
                .assign("a-gone", "gone", "admin")
                .then(new UserDeactivated("gone"))
                .post("public", "ann", true)
                .post("draft", "ann", false);
    }
}
