package org.mandate.http.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.SealedPart;

/**
 * A decision in an export: the record as it is read alone, and what proves that its personal members are those that were
 * sealed.
 * @param sealed the parts as they are stored, in base64
 * @param openings the key of each of these parts alone, in base64; null for one whose key is destroyed
 */
record ExportLine(
        @JsonUnwrapped RecordBody body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sealed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Optional<String>> openings) {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    static ExportLine of(DecisionRecord record) {
        return new ExportLine(
                RecordBody.of(record),
                record.sealed().stream()
                        .map(part -> BASE64.encodeToString(part.bytes()))
                        .toList(),
                record.sealed().stream().map(ExportLine::opening).toList());
    }

    private static Optional<String> opening(SealedPart part) {
        return part.opening().map(BASE64::encodeToString);
    }
}
