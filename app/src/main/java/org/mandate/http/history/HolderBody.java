package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.history.PastHolders.Holder;
import org.mandate.authorization.history.Source;
import org.mandate.http.history.PastAccessBody.TargetBody;

/**
 * Somebody who could. {@code resource} is there where it was for one resource only.
 * @param because each a sentence; any of them suffices
 */
record HolderBody(
        String id,
        Optional<String> username,
        boolean active,
        List<String> because,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<TargetBody> resource) {

    static HolderBody of(Holder holder) {
        List<Optional<TargetBody>> targets = holder.because().stream()
                .map(source -> source.assignment().flatMap(TargetBody::of))
                .toList();
        Optional<TargetBody> only = targets.stream().allMatch(Optional::isPresent) ? targets.get(0) : Optional.empty();
        return new HolderBody(
                holder.id(),
                holder.username(),
                holder.active(),
                holder.because().stream().map(Source::words).toList(),
                only);
    }
}
