package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.change.HistoryPage.Alteration;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.http.json.StrictJson;
import tools.jackson.core.type.TypeReference;

/**
 * An event as it is answered. Nothing sealed is, nor what posts say.
 * @param changed what it changed, member by member: values that it took and values that it brought
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventBody(
        long position,
        Instant at,
        String type,
        String what,
        String by,
        Optional<String> reason,
        List<Alteration> changed,
        Map<String, Object> data) {

    private static final Set<String> WITHHELD = Set.of("sealedProfile", "title", "content");
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    static EventBody of(Told told) {
        Map<String, Object> data = StrictJson.mapper().convertValue(told.event(), MEMBERS);
        data.keySet().removeAll(WITHHELD);
        return new EventBody(
                told.position(),
                told.at(),
                told.type(),
                told.what(),
                told.by(),
                told.reason(),
                told.alterations(),
                data);
    }
}
