package org.mandate.authorization.history;

/**
 * Finds the facts of a moment. An instant between two events means the state after the earlier one, judged at that instant; a
 * position means the state after its event, judged at the instant of that event.
 */
@FunctionalInterface
public interface Moments {

    /**
     * The moment of that name.
     * @param field the member or parameter that named it
     * @throws org.mandate.authorization.AccessRuleViolated when it lies in the future
     */
    Moment of(String field, When when);
}
