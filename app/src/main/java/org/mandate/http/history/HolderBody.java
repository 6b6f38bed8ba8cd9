package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.history.PastHolders.Holder;
import org.mandate.authorization.history.Source;
import org.mandate.http.history.PastAccessBody.TargetBody;

/**
 * Somebody who could. {@code resource} is there where it was for one resource only; whoever could do it to
 * several has an item for each.
 * @param because each a sentence; any of them suffices
 */
record HolderBody(
        String id,
        Optional<String> username,
        boolean active,
        List<String> because,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TargetBody> resource) {

    static HolderBody of(Holder holder) {
        return new HolderBody(
                holder.id(),
                holder.username(),
                holder.active(),
                holder.because().stream().map(Source::words).toList(),
                holder.resource().map(TargetBody::of));
    }
}
