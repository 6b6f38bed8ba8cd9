/** What happens when a node starts: the first entries of an empty history, the demonstration, and where to go next. */
@NullMarked
package org.mandate.start;

import org.jspecify.annotations.NullMarked;
