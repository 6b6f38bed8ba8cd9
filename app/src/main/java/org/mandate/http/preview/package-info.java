/** Administrative writes that are only looked at: with {@code preview=true}, what they would do is answered and not done. */
@NullMarked
package org.mandate.http.preview;

import org.jspecify.annotations.NullMarked;
