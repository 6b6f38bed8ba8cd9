/** What every request passes before it reaches a controller: its id, its size, its token, its address. */
@NullMarked
package org.mandate.http.edge;

import org.jspecify.annotations.NullMarked;
