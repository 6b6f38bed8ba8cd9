/** What grants are for: which of them recorded decisions needed, and which nobody would miss. */
@NamedInterface("usage")
@NullMarked
package org.mandate.authorization.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
