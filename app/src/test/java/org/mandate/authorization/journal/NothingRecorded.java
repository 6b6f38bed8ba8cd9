package org.mandate.authorization.journal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** In place of the journal one that writes nothing, to measure what the real one costs. Not a stereotype, so that no scan finds it. */
public class NothingRecorded {

    @Bean
    @Primary
    Journal nowhere() {
        var ids = new DecisionIds();
        return (judged, at, provenance) ->
                judged.stream().map(one -> ids.next(at)).toList();
    }
}
