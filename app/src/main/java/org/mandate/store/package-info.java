/** The event store: dense positions, closed event names, and start-up checks that refuse a store that could lose or lie. */
@NullMarked
package org.mandate.store;

import org.jspecify.annotations.NullMarked;
