/** Views of the history built again: beside the live ones, compared with them, and put in their place. */
@NullMarked
package org.mandate.replay;

import org.jspecify.annotations.NullMarked;
