package org.mandate.enforcement;

/**
 * On whose account a message travels. It lies in the metadata of a message from the gateway to the enforcement point and is
 * taken out there. Being an object that only this package can make, it cannot be forged with a header or a stored string.
 */
sealed interface Passport {

    String KEY = "passport";

    /** A caller who must meet what the table requires. */
    record Asking(Caller caller) implements Passport {}

    /** A caller who reads what their own write, already let through, has produced. */
    record ReadingBack(Caller caller) implements Passport {}

    /** A caller who asks what a command would do, and must meet what the command requires. */
    record Previewing(Caller caller) implements Passport {}

    /** The system itself. */
    record OfSystem() implements Passport {}
}
