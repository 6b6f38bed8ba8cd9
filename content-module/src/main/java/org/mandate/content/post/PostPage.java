package org.mandate.content.post;

import java.util.List;
import java.util.Optional;

/** A page of posts, newest first. {@code next} continues it. */
public record PostPage(List<PostView> items, Optional<String> next) {}
