/** The node itself: how far its views are, and the settings in force. */
@NullMarked
package org.mandate.console.system;

import org.jspecify.annotations.NullMarked;
