/** Asking who may do what, now or at any moment, and when the answer turned. */
@NullMarked
package org.mandate.console.ask;

import org.jspecify.annotations.NullMarked;
