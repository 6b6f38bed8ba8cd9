/** What auditors ask of the journal: searched by an index of its own, counted, exported, followed live, and retired. */
@NamedInterface("audit")
@NullMarked
package org.mandate.authorization.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
