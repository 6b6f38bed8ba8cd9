/** The administrative history: who changed what. */
@NullMarked
package org.mandate.console.changes;

import org.jspecify.annotations.NullMarked;
