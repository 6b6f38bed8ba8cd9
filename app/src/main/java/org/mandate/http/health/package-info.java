/** Whether this node can serve: what readiness waits for. */
@NullMarked
package org.mandate.http.health;

import org.jspecify.annotations.NullMarked;
