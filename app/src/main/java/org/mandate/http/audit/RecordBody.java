package org.mandate.http.audit;

import org.mandate.authorization.integrity.RecordJson;
import org.mandate.authorization.journal.JournalEntry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** A record as auditors see it: in the one form that it is exported and verified in. */
@JsonSerialize(using = RecordBody.AsItIsExported.class)
record RecordBody(JournalEntry entry) {

    /** Takes over what is JSON already. */
    static final class AsItIsExported extends ValueSerializer<RecordBody> {

        @Override
        public void serialize(RecordBody body, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(RecordJson.text(body.entry()));
        }
    }
}
