package org.mandate.http.posts;

import java.util.Optional;

/** The body of {@code PUT /posts/{id}}: what is left out stays. */
record PostChange(Optional<String> title, Optional<String> content, Optional<Boolean> published) {}
