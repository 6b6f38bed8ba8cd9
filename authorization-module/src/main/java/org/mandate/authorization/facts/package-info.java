/** What decisions are taken on: every fact an interval of positions, in memory, built from the history. */
@NamedInterface("facts")
@NullMarked
package org.mandate.authorization.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
