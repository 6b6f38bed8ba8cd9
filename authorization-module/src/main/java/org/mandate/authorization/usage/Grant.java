package org.mandate.authorization.usage;

/** Something that can be taken away, or that stands beside it: what a decision can rest on. */
public sealed interface Grant {

    /** A role given to a subject. */
    record Assigned(String assignment) implements Grant {}

    /** A permission that a role holds itself. */
    record Permitted(String role, String permission) implements Grant {}

    /** A policy that allows. */
    record Allowing(String policy) implements Grant {}

    /** Ownership of the resource. */
    record Owned() implements Grant {}
}
