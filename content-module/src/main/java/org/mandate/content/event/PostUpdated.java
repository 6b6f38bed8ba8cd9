package org.mandate.content.event;

/** Title and content are now these. */
public record PostUpdated(String postId, String title, String content) implements PostEvent {}
