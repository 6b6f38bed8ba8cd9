package org.mandate.http.problem;

import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.mandate.authorization.journal.DecisionNotRecorded;
import org.mandate.authorization.journal.TooMuchToRecord;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;
import org.mandate.authorization.reproduction.Jobs.TooManyRunning;
import org.mandate.store.HistoryBusy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** What this node cannot do at the moment, so that the caller may come again. */
final class OutageFaults {
    private OutageFaults() {}

    static Optional<Problem> problem(Throwable fault) {
        if (fault instanceof TooMuchToRecord much) {
            return Optional.of(Problem.of(ProblemKind.TOO_MUCH_TO_RECORD, String.valueOf(much.getMessage())));
        }
        if (fault instanceof DecisionNotRecorded) {
            return retry(ProblemKind.NOT_RECORDED, "the decision could not be recorded, so it is not answered");
        }
        if (fault instanceof FactsNotReady) {
            return retry(ProblemKind.NOT_READY, "this node has not caught up with the history of access");
        }
        if (fault instanceof TooManyRunning running) {
            return retry(ProblemKind.TOO_MANY_REQUESTS, String.valueOf(running.getMessage()));
        }
        if (fault instanceof HistoryBusy) {
            return retry(ProblemKind.NOT_READY, "too many write at the same time");
        }
        if (fault instanceof AsyncRequestTimeoutException) {
            return retry(ProblemKind.NOT_READY, "the answer took too long");
        }
        if (fault instanceof DataIntegrityViolationException
                || fault instanceof SQLIntegrityConstraintViolationException) {
            return Optional.of(
                    Problem.of(ProblemKind.CONFLICT, "somebody else wrote the same at the same moment; read it again"));
        }
        return storeIsBusy(fault) ? retry(ProblemKind.NOT_READY, "the store cannot take this now") : Optional.empty();
    }

    private static boolean storeIsBusy(Throwable fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof NonTransientDataAccessResourceException
                || fault instanceof CannotCreateTransactionException
                || fault instanceof ConcurrencyException
                || fault instanceof LockAcquisitionFailedException
                || fault instanceof SQLTransientException
                || fault instanceof SQLNonTransientConnectionException;
    }

    private static Optional<Problem> retry(ProblemKind kind, String detail) {
        return Optional.of(Problem.of(kind, detail).retryAfter(1));
    }
}
