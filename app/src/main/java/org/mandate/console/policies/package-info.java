/** Policies: the rules beside the roles, writing them, trying them out, and what they were. */
@NullMarked
package org.mandate.console.policies;

import org.jspecify.annotations.NullMarked;
