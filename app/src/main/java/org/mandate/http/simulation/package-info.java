/** Simulations over HTTP: changes tried on recorded decisions, and what they came to. */
@NullMarked
package org.mandate.http.simulation;

import org.jspecify.annotations.NullMarked;
