/** Who comes into the console: its cookie, its security chain, signing in and out. */
@NullMarked
package org.mandate.console.door;

import org.jspecify.annotations.NullMarked;
