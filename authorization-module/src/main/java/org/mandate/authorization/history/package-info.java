/** The past: what was, what changed, and what would have been answered then. */
@NamedInterface("history")
@NullMarked
package org.mandate.authorization.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
