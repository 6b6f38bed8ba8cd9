package org.mandate.http.admin;

import java.util.Map;

/** An entity as it is sent. */
record EntityDocument(Map<String, Object> attributes) {}
