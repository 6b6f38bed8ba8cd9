package org.mandate.identity.token;

import java.util.List;
import java.util.Optional;

/** A page of sessions. {@code next} continues it. */
public record SessionPage(List<SessionView> items, Optional<String> next) {

    public SessionPage {
        items = List.copyOf(items);
    }
}
