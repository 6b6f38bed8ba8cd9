/**
 * Measures a running server from outside: closed loops of keep-alive connections over loopback, bounded in number and
 * time. Started by the build profile {@code load}, never by a plain build.
 */
@NullMarked
package org.mandate.load;

import org.jspecify.annotations.NullMarked;
