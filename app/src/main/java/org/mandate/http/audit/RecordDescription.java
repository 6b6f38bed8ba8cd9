package org.mandate.http.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.http.answer.ReasonBody;

/**
 * The members of a record, for the description of the surface alone: what is answered is written by
 * {@link org.mandate.authorization.integrity.RecordJson}.
 * @param username of the subject, where a condition could speak of it
 * @param erased some personal members are gone, since the person was erased
 * @param lost of a gap: how many decisions have no record
 * @param from of a gap: when the first of them was made
 * @param to of a gap: when the last of them was made
 */
@Schema(
        name = "Record",
        description =
                "A recorded decision; or a gap, which has `id`, `at`, `sequence`, `lost`, `from`, `to` and `mode`")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecordDescription(
        String id,
        Instant at,
        long position,
        long sequence,
        Entity requester,
        Entity subject,
        String action,
        Entity resource,
        String decision,
        List<ReasonBody> reasons,
        Optional<List<String>> scopes,
        Optional<String> ip,
        Optional<String> userAgent,
        String requestId,
        String channel,
        String requirement,
        String mode,
        String engine,
        Optional<String> decisionIp,
        Optional<String> username,
        Map<String, Object> subjectProperties,
        Map<String, Object> actionProperties,
        Map<String, Object> resourceProperties,
        Map<String, Object> context,
        Optional<Boolean> erased,
        Optional<Long> lost,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** A subject or a resource. */
    record Entity(String type, String id) {}
}
