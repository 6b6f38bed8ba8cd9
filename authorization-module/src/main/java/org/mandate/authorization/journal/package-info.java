/** The decision journal: recorded before answered, and queried by auditors. */
@NamedInterface("journal")
@NullMarked
package org.mandate.authorization.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
