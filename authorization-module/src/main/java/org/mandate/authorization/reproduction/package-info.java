/** Every decision again: decided from the history at its position with what was recorded, and compared with the record. */
@NamedInterface("reproduction")
@NullMarked
package org.mandate.authorization.reproduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
