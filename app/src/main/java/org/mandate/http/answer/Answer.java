package org.mandate.http.answer;

import java.net.URI;
import org.mandate.enforcement.Gateway.Written;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Begins an answer that says which position a write produced, or which one a question was answered at. */
public final class Answer {

    private static final String POSITION = "Mandate-Position";

    private Answer() {}

    public static ResponseEntity.BodyBuilder ok(Written<?> written) {
        return with(HttpStatus.OK, written);
    }

    public static ResponseEntity.BodyBuilder created(Written<?> written, URI location) {
        return with(HttpStatus.CREATED, written).location(location);
    }

    public static ResponseEntity<Void> noContent(Written<?> written) {
        return with(HttpStatus.NO_CONTENT, written).build();
    }

    /** Begins the answer to a question that was answered at a position. */
    public static ResponseEntity.BodyBuilder at(long position) {
        return ResponseEntity.ok().header(POSITION, Long.toString(position));
    }

    private static ResponseEntity.BodyBuilder with(HttpStatus status, Written<?> written) {
        return ResponseEntity.status(status).header(POSITION, Long.toString(written.position()));
    }
}
