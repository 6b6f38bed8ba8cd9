/** Recorded decisions: finding them, and one of them whole. */
@NullMarked
package org.mandate.console.decisions;

import org.jspecify.annotations.NullMarked;
