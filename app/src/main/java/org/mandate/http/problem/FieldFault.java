package org.mandate.http.problem;

/**
 * What is wrong with one member or parameter.
 *
 * @param field its path: {@code roles[2].name}
 */
public record FieldFault(String field, String message) {}
