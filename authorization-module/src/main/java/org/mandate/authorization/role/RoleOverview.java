package org.mandate.authorization.role;

import java.util.List;
import java.util.Map;

/**
 * A role and its place in the hierarchy.
 * @param heirs the roles that inherit from it directly
 * @param sources for each effective permission, the roles of the hierarchy that hold it directly
 * @param hierarchy the edges above and beneath the role, from the heir to what it inherits
 * @param cut whether there are more edges than are given
 */
public record RoleOverview(
        RoleView role,
        List<String> heirs,
        Map<String, List<String>> sources,
        List<Inheritance> hierarchy,
        boolean cut) {

    /** One role inherits from another. */
    public record Inheritance(String heir, String inherited) {}
}
