/** What answers have in common: pages of items, and the position that a write produced. */
@NullMarked
package org.mandate.http.answer;

import org.jspecify.annotations.NullMarked;
