package org.mandate.content.post;

import java.util.Optional;
import java.util.function.Predicate;
import org.mandate.content.PostId;
import org.mandate.identity.UserId;

/**
 * Which posts a list may show.
 * @param draftsOf whose drafts alone are worth looking at; empty where those of anybody are
 * @param readable whether a post may be shown
 */
public record Shown(Optional<UserId> draftsOf, Predicate<PostId> readable) {

    public static final Shown EVERYTHING = new Shown(Optional.empty(), post -> true);
}
