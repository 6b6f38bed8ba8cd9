package org.mandate.authorization.integrity;

import java.util.List;

/**
 * A consistency proof of RFC 9162.
 * @param path hashes in base64
 */
public record Consistency(long first, long second, List<String> path) {}
