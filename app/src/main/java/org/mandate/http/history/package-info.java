/** Admins replaying history: what was, what changed, and what would have been answered then. */
@NullMarked
package org.mandate.http.history;

import org.jspecify.annotations.NullMarked;
