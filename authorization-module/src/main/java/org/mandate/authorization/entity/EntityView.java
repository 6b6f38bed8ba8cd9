package org.mandate.authorization.entity;

import java.util.Map;

/** What is known of a subject or resource that lives elsewhere. */
public record EntityView(String type, String id, Map<String, Object> attributes) {}
