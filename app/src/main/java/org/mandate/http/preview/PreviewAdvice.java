package org.mandate.http.preview;

import org.mandate.http.simulation.EffectBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a preview in place of the controller whose command was looked at. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PreviewAdvice {

    @ExceptionHandler(PreviewMade.class)
    ResponseEntity<EffectBody> answer(PreviewMade made) {
        return ResponseEntity.ok(EffectBody.of(made.effect()));
    }
}
