package org.mandate.identity.token;

import java.util.List;

/** The scopes that an access token can carry. A scope narrows a token and never adds to what its user may do. */
public final class Scopes {

    public static final String USERS_READ = "users:read";
    public static final String USERS_WRITE = "users:write";
    public static final String POSTS_READ = "posts:read";
    public static final String POSTS_WRITE = "posts:write";
    public static final String POSTS_DELETE = "posts:delete";
    public static final String ADMIN = "admin";

    /** All six, in the order in which they are documented. */
    public static final List<String> ALL =
            List.of(USERS_READ, USERS_WRITE, POSTS_READ, POSTS_WRITE, POSTS_DELETE, ADMIN);

    private Scopes() {}
}
