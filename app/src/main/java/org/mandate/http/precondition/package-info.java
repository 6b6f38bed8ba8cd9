/** What a request says of the state that its change may be made upon. */
@NullMarked
package org.mandate.http.precondition;

import org.jspecify.annotations.NullMarked;
