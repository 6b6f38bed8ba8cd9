/** Simulations over HTTP: changes tried on recorded decisions, and what they came to. */
@NamedInterface("simulation")
@NullMarked
package org.mandate.http.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
