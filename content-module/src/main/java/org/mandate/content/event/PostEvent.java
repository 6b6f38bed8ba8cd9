package org.mandate.content.event;

/** What can happen to a post. */
public sealed interface PostEvent permits PostCreated, PostUpdated, PostPublished, PostUnpublished, PostDeleted {

    String postId();
}
