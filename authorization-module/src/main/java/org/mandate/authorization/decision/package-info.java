/** The one decision function, the requirements it judges and the reasons it gives. Pure: no clock, no I/O, no framework. */
@NamedInterface("decision")
@NullMarked
package org.mandate.authorization.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
