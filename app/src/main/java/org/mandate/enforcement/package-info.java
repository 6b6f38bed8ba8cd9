/** The one enforcement point: a readable table of what each message requires. Unmapped is denied. */
@NullMarked
package org.mandate.enforcement;

import org.jspecify.annotations.NullMarked;
