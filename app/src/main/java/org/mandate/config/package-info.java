/** Wiring that belongs to no capability: buses, serializers, data sources, the clock. */
@NullMarked
package org.mandate.config;

import org.jspecify.annotations.NullMarked;
