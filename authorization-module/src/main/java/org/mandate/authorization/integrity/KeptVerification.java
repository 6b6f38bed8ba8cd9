package org.mandate.authorization.integrity;

import java.time.Instant;
import java.util.Optional;

/**
 * A walk through the whole journal that is over.
 * @param by id of the user who asked for it
 * @param records how many were looked at and are as they were written
 * @param intact empty where the walk could not be finished
 * @param first the first record that is not as it was written
 */
public record KeptVerification(
        String id,
        Instant beganAt,
        String by,
        Instant endedAt,
        long records,
        Optional<Boolean> intact,
        Optional<Alteration> first) {}
