package org.mandate.content.event;

/** The post is gone; its id never returns. */
public record PostDeleted(String postId) implements PostEvent {}
