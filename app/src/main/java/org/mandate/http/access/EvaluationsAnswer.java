package org.mandate.http.access;

/** What a batch is answered with: a decision for each of its items, or the one decision where it has no items. */
sealed interface EvaluationsAnswer permits EvaluationBody, EvaluationsBody {}
