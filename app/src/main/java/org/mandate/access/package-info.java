/** Questions from other applications: how they name subjects, and whom they mean. */
@NullMarked
package org.mandate.access;

import org.jspecify.annotations.NullMarked;
