package org.mandate.content.event;

/** The post became a draft again. */
public record PostUnpublished(String postId) implements PostEvent {}
