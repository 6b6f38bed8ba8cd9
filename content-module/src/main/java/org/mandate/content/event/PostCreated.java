package org.mandate.content.event;

/** A post exists from here on, as a draft or published at once. */
public record PostCreated(String postId, String authorId, String title, String content, boolean published)
        implements PostEvent {}
