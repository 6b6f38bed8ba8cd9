package org.mandate.replay;

import java.util.Optional;
import java.util.function.LongConsumer;

/** Something that follows the history and can be built from it again. */
interface View {

    String name();

    /** The newest place that it has taken in. */
    long position();

    boolean fit();

    String state();

    /** Build beside, compare, throw away. The progress is told each position that is reached. */
    Comparison check(LongConsumer progress);

    /** Build beside, compare, and put it in the place of the live one. */
    Comparison rebuild(LongConsumer progress);

    /** Remove what a build that was cut off has left behind. */
    default void tidy() {}

    /** What was found where both were compared. */
    record Comparison(long position, String hash, Optional<String> difference) {}
}
