/** Changes tried on the decisions that were really taken, before anybody makes them. */
@NullMarked
package org.mandate.console.simulate;

import org.jspecify.annotations.NullMarked;
