package org.mandate.http.posts;

import java.util.Optional;

/** The body of {@code POST /posts}. */
record NewPost(String title, String content, Optional<Boolean> published) {}
