/** One's own page: what one may do, and what was decided about one. */
@NullMarked
package org.mandate.console.me;

import org.jspecify.annotations.NullMarked;
