package org.mandate.content.event;

/** The draft became public. */
public record PostPublished(String postId) implements PostEvent {}
