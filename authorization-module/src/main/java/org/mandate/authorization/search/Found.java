package org.mandate.authorization.search;

import java.util.List;
import java.util.Optional;

/**
 * A page of what a search found.
 * @param names ids or names, in their order
 * @param next where the next page begins; empty where this is the last one
 * @param complete whether all pages together hold everything that would be allowed; not where something that is not known here
 *     could be allowed as well, nor where this page took more work than one request may
 * @param position the place in the access history whose facts it was found in
 */
public record Found(List<String> names, Optional<Place> next, boolean complete, long position) {

    public Found {
        names = List.copyOf(names);
    }
}
