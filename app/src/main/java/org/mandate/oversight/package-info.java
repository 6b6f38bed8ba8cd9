/** What whoever oversees access may read of it as it stands now, without administering anything. */
@NullMarked
package org.mandate.oversight;

import org.jspecify.annotations.NullMarked;
