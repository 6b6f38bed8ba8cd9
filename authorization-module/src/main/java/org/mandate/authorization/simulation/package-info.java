/** Before a change: what it would have done to real decisions, and whom it would give or take what. */
@NamedInterface("simulation")
@NullMarked
package org.mandate.authorization.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
